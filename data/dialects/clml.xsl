<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="clml" root="Legislation" child="Metadata Primary Secondary EURetained">
    <foedera:label>legislation.gov.uk (CLML)</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are. Of the many versions of a provision it has the one in the
      file.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <xsl:key name="footnote" match="/ | Footnote" use="@id"/>
  <xsl:key name="commentary" match="/ | Commentary" use="@id"/>

  <!-- What is inserted into another text is none of this one. -->
  <xsl:key name="quoted" use="generate-id()" match="/ | BlockAmendment | BlockExtract"/>

  <xsl:key name="division" use="generate-id()"
           match="/ | Part | Chapter | Pblock | PsubBlock | EUPart | EUTitle | EUChapter | EUSection | EUSubsection
                  | Group | P1group[count(P1) &gt; 1] | Division[ancestor::EUBody]"/>

  <xsl:key name="provision" use="generate-id()"
           match="/ | P1[not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P2[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P3[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P4[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P5[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P6[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]
                  | P7[Pnumber][not(ancestor::BlockAmendment or ancestor::BlockExtract)]"/>

  <xsl:template match="/Legislation">
    <xsl:variable name="metadata" select="Metadata"/>
    <xsl:variable name="text" select="Primary | Secondary | EURetained"/>
    <xsl:variable name="title" select="$metadata/title[normalize-space() != ''][1]"/>
    <xsl:variable name="type" select="$metadata/*/DocumentClassification/DocumentMainType/@Value"/>
    <xsl:variable name="is-treaty" select="contains($type, 'Treaty')"/>
    <xsl:variable name="enacted" select="($metadata/*/EnactmentDate | $metadata/*/Made)[1]/@Date"/>
    <foedera>
      <document id="{substring-after(($metadata/identifier | @DocumentURI)[1], 'legislation.gov.uk/')}"
                language="{(@xml:lang | $metadata/language)[1]}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="$is-treaty">treaty</xsl:when>
            <xsl:otherwise>law</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="$title"/></title>
        <summary><xsl:value-of select="$metadata/description[. != $title][1]"/></summary>
        <xsl:for-each select="$metadata/identifier[not(. = preceding-sibling::identifier)]">
          <identifier scheme="url" value="{.}"/>
        </xsl:for-each>
        <identifier scheme="celex" value="{$metadata/EUMetadata/EURLexIdentifiers/CELEX/@Value}"/>
        <identifier scheme="eli" value="{$metadata/EUMetadata/EURLexIdentifiers/ELI/@Value}"/>
        <identifier scheme="isbn" value="{$metadata/*/ISBN/@Value}"/>
        <identifier scheme="series" value="{$metadata/bibliographicCitation}"/>
        <instrument line="{foedera:line()}" begin="{$metadata/*/ComingIntoForce/DateTime[1]/@Date}">
          <xsl:attribute name="form">
            <xsl:choose>
              <xsl:when test="$is-treaty">treaty</xsl:when>
              <xsl:otherwise>law</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:if test="$is-treaty">
            <xsl:attribute name="signed"><xsl:value-of select="$enacted"/></xsl:attribute>
          </xsl:if>
          <title><xsl:value-of select="$title"/></title>
          <xsl:apply-templates select="$text" mode="whole"/>
          <xsl:apply-templates select="$metadata/*/EnactmentDate | $metadata/*/Made | $metadata/*/Laid
                                       | $metadata/*/ComingIntoForce/DateTime | $metadata/valid | $metadata/modified
                                       | @RestrictStartDate | @RestrictEndDate" mode="event"/>
        </instrument>
        <xsl:apply-templates select="$text//Attachment | $text/Attachments/EURetained" mode="treaty"/>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template match="*" mode="whole">
    <xsl:apply-templates select="PrimaryPrelims | SecondaryPrelims | EUPrelims" mode="frame"/>
    <xsl:apply-templates select="(Body | EUBody)/*" mode="member"/>
    <xsl:apply-templates select="Schedules/Schedule | Appendix | Schedules/Appendix" mode="annex"/>
    <xsl:apply-templates select="SignedSection | ExplanatoryNotes | EarlierOrders" mode="frame"/>
    <xsl:apply-templates select="Attachments/*" mode="annex"/>
  </xsl:template>

  <xsl:template match="*" mode="event"><xsl:call-template name="event"><xsl:with-param name="date" select="@Date"/></xsl:call-template></xsl:template>
  <xsl:template match="valid | modified | @*" mode="event"><xsl:call-template name="event"><xsl:with-param name="date" select="."/></xsl:call-template></xsl:template>

  <xsl:template name="event">
    <xsl:param name="date"/>
    <event begin="{$date}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="ancestor::ComingIntoForce">in-force</xsl:when>
          <xsl:otherwise>other</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="self::EnactmentDate">Enacted</xsl:when>
          <xsl:when test="ancestor::ComingIntoForce">Coming into force</xsl:when>
          <xsl:when test="self::Laid">Laid before Parliament</xsl:when>
          <xsl:when test="self::valid">Version valid from</xsl:when>
          <xsl:when test="self::modified">File modified</xsl:when>
          <xsl:when test="local-name() = 'RestrictStartDate'">Version in force from</xsl:when>
          <xsl:when test="local-name() = 'RestrictEndDate'">Version in force until</xsl:when>
          <xsl:otherwise><xsl:value-of select="local-name()"/></xsl:otherwise>
        </xsl:choose>
      </title>
    </event>
  </xsl:template>

  <!-- What is attached: protocols and declarations are treaties of their own, what was repealed is gone. -->
  <xsl:template match="Attachment[@Status = 'Repealed'] | EURetained[@Status = 'Repealed'] | Schedule[@Status = 'Repealed']
                       | AttachmentGroup[@Status = 'Repealed']" mode="annex" priority="2"/>
  <xsl:template match="Attachment[@Status = 'Repealed'] | EURetained[@Status = 'Repealed']" mode="treaty" priority="2"/>

  <xsl:template match="AttachmentGroup" mode="annex">
    <xsl:apply-templates select="Attachment | AttachmentGroup | EURetained" mode="annex"/>
  </xsl:template>

  <xsl:template name="title-of-attachment">
    <xsl:apply-templates select="(.//EUPrelims/MultilineTitle | .//EUPrelims/Title | Title | Reference | .//ScheduleBody/Title)[1]"
                         mode="words"/>
  </xsl:template>

  <xsl:template name="is-treaty-attached">
    <xsl:variable name="title"><xsl:call-template name="title-of-attachment"/></xsl:variable>
    <xsl:choose>
      <xsl:when test=".//EUBody or self::EURetained">
        <xsl:call-template name="is-treaty">
          <xsl:with-param name="title" select="normalize-space($title)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>false</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="treaty">
    <xsl:variable name="is-treaty"><xsl:call-template name="is-treaty-attached"/></xsl:variable>
    <xsl:if test="$is-treaty = 'true' and not(ancestor::*[@Status = 'Repealed'])">
      <instrument form="protocol" line="{foedera:line()}">
        <title><xsl:call-template name="title-of-attachment"/></title>
        <xsl:apply-templates select="descendant-or-self::EURetained[1]" mode="whole"/>
        <xsl:if test="not(descendant-or-self::EURetained)">
          <xsl:apply-templates select="." mode="whole"/>
        </xsl:if>
      </instrument>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="annex">
    <xsl:variable name="is-treaty"><xsl:call-template name="is-treaty-attached"/></xsl:variable>
    <xsl:if test="$is-treaty != 'true' or self::Schedule">
      <clause kind="annex" number="{Number}" line="{foedera:line()}">
        <title>
          <xsl:choose>
            <xsl:when test="TitleBlock"><xsl:apply-templates select="TitleBlock" mode="words"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="title-of-attachment"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <xsl:choose>
          <xsl:when test="descendant-or-self::EURetained">
            <xsl:apply-templates select="descendant-or-self::EURetained[1]" mode="whole"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="ScheduleBody/* | AppendixBody/* | EUBody/* | *[not(self::Number or self::TitleBlock
                                         or self::Reference or self::ScheduleBody or self::AppendixBody or self::EUBody
                                         or self::Title)]" mode="member"/>
          </xsl:otherwise>
        </xsl:choose>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="PrimaryPrelims | SecondaryPrelims | EUPrelims" mode="frame">
    <xsl:variable name="parts" select="LongTitle | PrimaryPreamble | IntroductoryText | SecondaryPreamble | EUPreamble
                                       | SignedSection | ScheduleBody | MadeDate | LaidDate | ComingIntoForce
                                       | DateOfEnactment"/>
    <xsl:if test="normalize-space($parts) != ''">
      <clause kind="preamble" line="{foedera:line()}">
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="$parts"/>
        </xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="frame">
    <clause line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="self::SignedSection">final</xsl:when>
          <xsl:otherwise>note</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="wording">
        <xsl:with-param name="parts" select="*"/>
      </xsl:call-template>
    </clause>
  </xsl:template>

  <!-- Divisions, provisions, and what stands between them. -->
  <xsl:template match="Number | Pnumber | Title | CommentaryRef" mode="member" priority="1"/>

  <xsl:template match="SignedSection | EUPreamble" mode="member" priority="1">
    <xsl:apply-templates select="." mode="frame"/>
  </xsl:template>

  <xsl:template match="P1group[count(P1) = 1]" mode="member" priority="1">
    <xsl:apply-templates select="*" mode="member"/>
  </xsl:template>

  <xsl:template match="*" mode="member">
    <xsl:choose>
      <xsl:when test="key('provision', generate-id())">
        <clause number="{Pnumber}" line="{foedera:line()}">
          <xsl:attribute name="kind">
            <xsl:choose>
              <xsl:when test="self::P1 and not(ancestor::Schedule or ancestor::ExplanatoryNotes)">article</xsl:when>
              <xsl:otherwise>paragraph</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <title>
            <xsl:if test="self::P1 and parent::P1group[count(P1) = 1]">
              <xsl:apply-templates select="../Title" mode="words"/>
            </xsl:if>
          </title>
          <xsl:apply-templates select="." mode="children"/>
        </clause>
      </xsl:when>
      <xsl:when test="key('division', generate-id())">
        <clause kind="part" number="{Number}" line="{foedera:line()}">
          <title><xsl:apply-templates select="Title" mode="words"/></title>
          <xsl:apply-templates select="*" mode="member"/>
        </clause>
      </xsl:when>
      <xsl:when test=".//*[key('provision', generate-id()) or key('division', generate-id())]">
        <xsl:apply-templates select="*" mode="member"/>
      </xsl:when>
      <xsl:when test="normalize-space() != ''">
        <clause kind="paragraph" line="{foedera:line()}">
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="."/>
          </xsl:call-template>
        </clause>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- P1 > P1para > P2 > P2para > Text: the paras stand for nothing by themselves. The wording up to the first provision
       below is that of this one. -->
  <xsl:template match="*" mode="children">
    <xsl:variable name="parts" select="*[not(self::Pnumber)][not(local-name() = 'P1para' or local-name() = 'P2para'
                                         or local-name() = 'P3para' or local-name() = 'P4para' or local-name() = 'P5para'
                                         or local-name() = 'P6para' or local-name() = 'P7para')]
                                       | P1para/* | P2para/* | P3para/* | P4para/* | P5para/* | P6para/* | P7para/*"/>
    <xsl:variable name="first" select="$parts[key('provision', generate-id())
                                              or .//*[key('provision', generate-id())]][1]"/>
    <xsl:choose>
      <xsl:when test="not($first)">
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="$parts"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="n">
          <xsl:for-each select="$parts">
            <xsl:if test="generate-id() = generate-id($first)"><xsl:value-of select="position()"/></xsl:if>
          </xsl:for-each>
        </xsl:variable>
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="$parts[position() &lt; $n]"/>
        </xsl:call-template>
        <xsl:apply-templates select="$parts[position() &gt;= $n]" mode="member"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="wording">
    <xsl:param name="parts"/>
    <text><content><xsl:apply-templates select="$parts" mode="words"/></content></text>
    <xsl:apply-templates select="$parts/descendant-or-self::BlockAmendment[not(ancestor::BlockAmendment)]
                                 | $parts/descendant-or-self::BlockExtract[not(ancestor::BlockExtract)]"/>
    <xsl:for-each select="$parts/descendant-or-self::FootnoteRef | Pnumber//FootnoteRef">
      <xsl:variable name="number" select="position()"/>
      <xsl:for-each select="key('footnote', @Ref)">
        <clause kind="note" number="{Number}" line="{foedera:line()}">
          <text><content><xsl:apply-templates mode="words"/></content></text>
        </clause>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="$parts/descendant-or-self::CommentaryRef | Pnumber//CommentaryRef | CommentaryRef">
      <xsl:for-each select="key('commentary', @Ref)">
        <clause kind="note" line="{foedera:line()}">
          <text><content><xsl:apply-templates mode="words"/></content></text>
        </clause>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="BlockAmendment | BlockExtract">
    <clause kind="quotation" line="{foedera:line()}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>

  <!-- The reading text. -->
  <xsl:template match="FootnoteRef | CommentaryRef | Footnotes | Commentaries | Metadata | Footnote/Number" mode="words"/>

  <xsl:template match="BlockAmendment | BlockExtract" mode="words">
    <xsl:if test="ancestor::BlockAmendment or ancestor::BlockExtract"><xsl:apply-templates mode="words"/></xsl:if>
  </xsl:template>

  <xsl:template match="Text | P | Para | Title | LongTitle | DateText | Signee | PersonName | JobTitle | Address | AddressLine
                       | ListItem | UnorderedList | OrderedList | P1para | P2para | P3para | P4para | P5para | Subject
                       | MadeDate | LaidDate | ComingIntoForce" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="MadeDate/Text | LaidDate/Text | ComingIntoForce/Text | MadeDate/DateText | LaidDate/DateText
                       | ComingIntoForce/DateText" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="Pnumber | Division/Number" mode="words">
    <break/>
    <xsl:value-of select="@PuncBefore"/>
    <xsl:apply-templates mode="words"/>
    <xsl:value-of select="@PuncAfter"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- What follows a number stands on its line. -->
  <xsl:template match="Text[not(preceding-sibling::*)][parent::*[not(preceding-sibling::*[not(self::Number or self::Pnumber)])]
                            /preceding-sibling::*[1][self::Number or self::Pnumber]]" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="*[preceding-sibling::*[1][self::Number or self::Pnumber]]" mode="words" priority="0.8">
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="ListItem[@NumberOverride]" mode="words">
    <break/>
    <xsl:value-of select="@NumberOverride"/>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="*[1]" mode="words-on-line"/>
    <xsl:apply-templates select="*[position() &gt; 1]" mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="*" mode="words-on-line">
    <xsl:choose>
      <xsl:when test="self::Text"><xsl:apply-templates mode="words"/><break/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="*[1]" mode="words-on-line"/>
        <xsl:apply-templates select="*[position() &gt; 1]" mode="words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
