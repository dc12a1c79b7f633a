<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="lims" root="Statute Regulation" child="Identification">
    <foedera:label>Justice Canada (LIMS)</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are, and when it was signed. Articles are headings in a row of
      paragraphs: what a paragraph belongs to is told by what stands before it.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <!-- In a treaty, what begins an article: a heading or paragraph that is labelled "ARTICLE 1"; where there are none, a
       heading of sections. -->
  <xsl:key name="opening" use="generate-id()"
           match="/ | ConventionAgreementTreaty//Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]
                  | ConventionAgreementTreaty//Provision[starts-with(translate(normalize-space(Label), 'article', 'ARTICLE'), 'ARTICLE')]
                  | ConventionAgreementTreaty[not(.//Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])]
                      [not(.//Provision[starts-with(translate(normalize-space(Label), 'article', 'ARTICLE'), 'ARTICLE')])]
                      /Heading[starts-with(translate(normalize-space(.), 'section', 'SECTION'), 'SECTION ')]"/>

  <!-- A division above articles: any other heading that has a label, or has articles before it. -->
  <xsl:key name="division" use="generate-id()"
           match="/ | ConventionAgreementTreaty/Heading
                    [not(starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE'))]
                    [not(starts-with(translate(normalize-space(.), 'section', 'SECTION'), 'SECTION '))]
                    [Label or preceding-sibling::Heading[Label]]"/>

  <xsl:template match="/*">
    <xsl:variable name="treaties" select=".//ConventionAgreementTreaty"/>
    <xsl:variable name="number" select="(Identification/Chapter/ConsolidatedNumber | Identification/InstrumentNumber)[1]"/>
    <foedera>
      <document id="{concat($number, '-', @xml:lang)}" language="{@xml:lang}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="$treaties">treaty</xsl:when>
            <xsl:otherwise>law</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:call-template name="title"/></title>
        <xsl:if test="Identification/LongTitle">
          <name kind="short" value="{Identification/ShortTitle}"/>
        </xsl:if>
        <identifier scheme="series" value="{$number}"/>
        <instrument form="law" line="{foedera:line()}">
          <title><xsl:call-template name="title"/></title>
          <xsl:apply-templates select="Introduction | Preamble | Identification/EnablingAuthority" mode="frame"/>
          <xsl:apply-templates select="Order/* | Body/* | Introduction/Body/*" mode="member"/>
          <xsl:apply-templates select="Schedule" mode="annex"/>
          <xsl:apply-templates select="Identification/BillHistory/Stages | Identification/RegistrationDate
                                       | Identification/ConsolidationDate | Identification/RegulationMakerOrder
                                       | RecentAmendments/Amendment | @inforce-start-date" mode="event"/>
        </instrument>
        <xsl:apply-templates select="$treaties" mode="treaty"/>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template name="title">
    <xsl:apply-templates select="(Identification/LongTitle | Identification/ShortTitle)[1]" mode="words"/>
  </xsl:template>

  <xsl:template match="*" mode="event">
    <xsl:variable name="date" select="Date"/>
    <event line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="self::RegistrationDate">registered</xsl:when>
          <xsl:when test="self::Amendment">amended</xsl:when>
          <xsl:otherwise>other</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="begin">
        <xsl:choose>
          <xsl:when test="AmendmentDate"><xsl:value-of select="AmendmentDate"/></xsl:when>
          <xsl:when test="$date/DD"><xsl:value-of select="concat($date/YYYY, '-', format-number($date/MM, '00'), '-', format-number($date/DD, '00'))"/></xsl:when>
          <xsl:when test="$date/MM"><xsl:value-of select="concat($date/YYYY, '-', format-number($date/MM, '00'))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$date/YYYY"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="self::Stages"><xsl:value-of select="@stage"/></xsl:when>
          <xsl:when test="self::RegistrationDate">Registered</xsl:when>
          <xsl:when test="self::ConsolidationDate">consolidation</xsl:when>
          <xsl:when test="self::RegulationMakerOrder"><xsl:value-of select="normalize-space(concat(RegulationMaker, ' ', OrderNumber))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="AmendmentCitation"/></xsl:otherwise>
        </xsl:choose>
      </title>
    </event>
  </xsl:template>

  <xsl:template match="@*" mode="event">
    <event kind="in-force" begin="{.}"><title>Version in force from</title></event>
  </xsl:template>

  <!-- Treaties: an article is a heading and what follows it up to the next. -->
  <xsl:template match="ConventionAgreementTreaty" mode="treaty">
    <xsl:variable name="heading" select="(Heading[not(Label)][not(starts-with(translate(TitleText, 'article', 'ARTICLE'), 'ARTICLE'))]
                                                  [not(preceding-sibling::*[key('opening', generate-id())])])[1]"/>
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="$heading"><xsl:apply-templates select="$heading/TitleText" mode="words"/></xsl:when>
        <xsl:when test="normalize-space(../ScheduleFormHeading/TitleText) != ''">
          <xsl:apply-templates select="../ScheduleFormHeading/TitleText" mode="words"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="/*"><xsl:call-template name="title"/></xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <instrument line="{foedera:line()}" language="{@xml:lang}">
      <xsl:attribute name="form">
        <xsl:choose>
          <xsl:when test="starts-with(translate($title, $large, $small), 'protocol')">protocol</xsl:when>
          <xsl:otherwise>treaty</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:value-of select="$title"/></title>
      <xsl:variable name="first" select="*[key('opening', generate-id()) or key('division', generate-id())][1]"/>
      <xsl:choose>
        <xsl:when test="$first">
          <xsl:variable name="before" select="*[not(. = $heading and self::Heading)][count(preceding-sibling::*) &lt; count($first/preceding-sibling::*)]"/>
          <xsl:if test="normalize-space($before) != ''">
            <clause kind="preamble" line="{foedera:line()}">
              <xsl:call-template name="wording">
                <xsl:with-param name="parts" select="$before"/>
              </xsl:call-template>
            </clause>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="*[generate-id() != generate-id($heading)]" mode="member"/>
        </xsl:otherwise>
      </xsl:choose>
      <!-- Articles before the first division stand at the top. -->
      <xsl:variable name="divisions" select="*[key('division', generate-id())]"/>
      <xsl:apply-templates select="*[key('opening', generate-id())][not(preceding-sibling::*[key('division', generate-id())])]"
                           mode="article"/>
      <xsl:apply-templates select="$divisions" mode="division"/>
      <xsl:apply-templates select="Schedule" mode="annex"/>
    </instrument>
  </xsl:template>

  <xsl:template match="Heading" mode="division">
    <xsl:variable name="next" select="following-sibling::*[key('division', generate-id())][1]"/>
    <xsl:variable name="end" select="count($next/preceding-sibling::*)"/>
    <xsl:variable name="inside" select="following-sibling::*[not($next) or count(preceding-sibling::*) &lt; $end]"/>
    <xsl:variable name="first" select="$inside[key('opening', generate-id())][1]"/>
    <clause kind="part" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="Label" mode="words-on-line"/></xsl:attribute>
      <title><xsl:apply-templates select="TitleText" mode="words"/></title>
      <xsl:choose>
        <xsl:when test="$first">
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="$inside[count(preceding-sibling::*) &lt; count($first/preceding-sibling::*)]"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$inside" mode="member"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="$inside[key('opening', generate-id())]" mode="article"/>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="article">
    <xsl:variable name="next" select="following-sibling::*[key('opening', generate-id()) or key('division', generate-id())
                                                           or self::Schedule][1]"/>
    <xsl:variable name="end" select="count($next/preceding-sibling::*)"/>
    <xsl:variable name="inside" select="following-sibling::*[not($next) or count(preceding-sibling::*) &lt; $end]"/>
    <xsl:variable name="heading"><xsl:apply-templates select="Label | TitleText[not(../Label)]" mode="words-on-line"/></xsl:variable>
    <clause kind="article" line="{foedera:line()}">
      <xsl:attribute name="number">
        <xsl:choose>
          <xsl:when test="contains($heading, '—')"><xsl:value-of select="substring-before($heading, '—')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$heading"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="self::Heading and Label"><xsl:apply-templates select="TitleText" mode="words"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="substring-after($heading, '—')"/></xsl:otherwise>
        </xsl:choose>
      </title>
      <xsl:if test="self::Provision">
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="*[not(self::Label)]"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:variable name="first" select="$inside[self::Provision][Label][1]"/>
      <xsl:choose>
        <xsl:when test="$first">
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="$inside[count(preceding-sibling::*) &lt; count($first/preceding-sibling::*)]"/>
          </xsl:call-template>
          <xsl:apply-templates select="$inside[count(preceding-sibling::*) &gt;= count($first/preceding-sibling::*)]" mode="member"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="$inside"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </clause>
  </xsl:template>

  <!-- Schedules that are no treaty. -->
  <xsl:template match="Schedule[ConventionAgreementTreaty][not(*[not(self::ConventionAgreementTreaty or self::ScheduleFormHeading
                                                               or self::OriginatingRef)])]" mode="annex" priority="1"/>

  <xsl:template match="Schedule" mode="annex">
    <clause kind="annex" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="ScheduleFormHeading/Label" mode="words-on-line"/></xsl:attribute>
      <title><xsl:apply-templates select="ScheduleFormHeading/TitleText" mode="words"/></title>
      <xsl:apply-templates select="*[not(self::ScheduleFormHeading or self::ConventionAgreementTreaty)]" mode="member"/>
    </clause>
  </xsl:template>

  <!-- The law. Headings stand before what they are of, here too. -->
  <xsl:template match="*" mode="frame">
    <xsl:if test="normalize-space() != '' and not(Body)">
      <clause kind="preamble" line="{foedera:line()}">
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="*[not(self::Body)]"/>
        </xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="Heading" mode="member">
    <clause kind="part" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="Label" mode="words-on-line"/></xsl:attribute>
      <title><xsl:apply-templates select="TitleText" mode="words"/></title>
    </clause>
  </xsl:template>

  <xsl:template match="Schedule" mode="member" priority="1"><xsl:apply-templates select="." mode="annex"/></xsl:template>
  <xsl:template match="HistoricalNote" mode="member"><xsl:apply-templates select="." mode="note"/></xsl:template>
  <xsl:template match="Label | MarginalNote | Footnote" mode="member"/>

  <xsl:template match="Section | Subsection | Paragraph | Subparagraph | Clause | Subclause | Provision[Label]
                       | FormulaParagraph" mode="member">
    <clause line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="self::Section">article</xsl:when>
          <xsl:otherwise>paragraph</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="number"><xsl:apply-templates select="Label" mode="words-on-line"/></xsl:attribute>
      <title><xsl:apply-templates select="MarginalNote" mode="words"/></title>
      <xsl:variable name="first" select="*[self::Subsection or self::Paragraph or self::Subparagraph or self::Clause or self::Subclause
                                           or self::Provision[Label]][1]"/>
      <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
      <xsl:choose>
        <xsl:when test="$first">
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="*[position() &lt;= $n][not(self::Label or self::MarginalNote or self::HistoricalNote)]"/>
          </xsl:call-template>
          <xsl:apply-templates select="*[position() &gt; $n]" mode="member"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="*[not(self::Label or self::MarginalNote or self::HistoricalNote)]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="HistoricalNote" mode="note"/>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="member" priority="-1">
    <xsl:if test="normalize-space() != ''">
      <clause line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="self::SignatureBlock or starts-with(translate(normalize-space(), $large, $small), 'in witness')
                            or starts-with(translate(normalize-space(), $large, $small), 'en foi de quoi')
                            or starts-with(translate(normalize-space(), $large, $small), 'done ')">final</xsl:when>
            <xsl:otherwise>paragraph</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="."/>
        </xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template name="wording">
    <xsl:param name="parts"/>
    <text><content><xsl:apply-templates select="$parts" mode="words"/></content></text>
    <xsl:apply-templates select="$parts/descendant-or-self::Footnote" mode="note"/>
  </xsl:template>

  <xsl:template match="Footnote | HistoricalNote" mode="note">
    <clause kind="note" number="{Label}" line="{foedera:line()}">
      <text><content><xsl:apply-templates select="node()[not(self::Label)]" mode="words"/></content></text>
    </clause>
  </xsl:template>

  <!-- The reading text. -->
  <xsl:template match="Footnote | FootnoteRef | HistoricalNote | Leader | LeaderRightJustified | Schedule" mode="words"/>

  <xsl:template match="Text | TitleText | Heading | Provision | Paragraph | Subparagraph | Subsection | Clause | Definition | Item
                       | SignatureName | SignatureTitle | SignatureLine | ContinuedSectionSubsection | ContinuedParagraph | Oath
                       | List | MarginalNote | TableGroup" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="Label" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="Text[preceding-sibling::*[1][self::Label]]
                       | TitleText[preceding-sibling::*[1][self::Label]]" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="*" mode="words-on-line"><xsl:apply-templates mode="words-on-line"/></xsl:template>
  <xsl:template match="FootnoteRef" mode="words-on-line"/>
  <xsl:template match="text()" mode="words-on-line"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
