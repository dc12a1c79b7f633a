<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="lims" root="Statute Regulation" child="Identification">
    <foedera:label>Justice Canada (LIMS)</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are, and when it was signed, but from its title and its last words. Articles
      are headings in a row of paragraphs: what a paragraph belongs to is told by what stands before it.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <!-- Where a treaty stands: in an element of its own, in a document within the law, or right in the schedule. What is
       scheduled within a schedule is an annex of what stands in that. -->
  <xsl:key name="treaty" use="generate-id()"
           match="/ | ConventionAgreementTreaty[not(following-sibling::Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])]
                  | DocumentInternal[.//Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')] or .//GroupHeading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]][not(../parent::Schedule)]
                  | Schedule[Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')] or Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]]][not(parent::Schedule)]"/>

  <!-- In a treaty, what begins an article: a heading or paragraph that is labelled "ARTICLE 1"; where there are none, a
       heading of sections. A heading that is the first of its group is of that group. -->
  <xsl:key name="opening" use="generate-id()"
           match="/ | ConventionAgreementTreaty//Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')] | Schedule/Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]
                  | DocumentInternal/Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')] | DocumentInternal/GroupHeading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]
                  | Group/GroupHeading[preceding-sibling::*][starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]
                  | ConventionAgreementTreaty//Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]] | Schedule/Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]]
                  | DocumentInternal/Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]] | Group/Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]]
                  | ConventionAgreementTreaty[not(.//Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])][not(.//Provision[Label[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]])]
                      /Heading[starts-with(translate(normalize-space(.), 'section', 'SECTION'), 'SECTION ')]"/>

  <!-- A division above articles: any other heading that has a label, or has articles before it. -->
  <xsl:key name="division" use="generate-id()"
           match="/ | ConventionAgreementTreaty/Heading[not(self::*[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])]
                    [not(starts-with(translate(normalize-space(.), 'section', 'SECTION'), 'SECTION '))]
                    [Label or preceding-sibling::Heading[Label]]
                  | Schedule[Heading[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')]]/Heading[not(self::*[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])][Label or preceding-sibling::Heading[Label]]
                  | DocumentInternal/Heading[not(self::*[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])] | DocumentInternal/GroupHeading[not(self::*[starts-with(translate(normalize-space(.), 'article', 'ARTICLE'), 'ARTICLE')])]"/>

  <!-- The words above the signatures. -->
  <xsl:key name="closing" use="generate-id()"
           match="/ | Provision[starts-with(translate(normalize-space(), 'DONE', 'done'), 'done ')
                                or starts-with(translate(normalize-space(), 'FAITE', 'faite'), 'fait ')
                                or starts-with(translate(normalize-space(), 'INWTES', 'inwtes'), 'in witness')
                                or starts-with(translate(normalize-space(), 'ENFOIDQU', 'enfoidqu'), 'en foi de quoi')]"/>

  <xsl:template match="/*">
    <xsl:variable name="treaties" select=".//*[key('treaty', generate-id())]"/>
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

  <!-- Treaties: an article is a heading and what follows it up to the next, or a group with a heading. -->
  <xsl:template match="ConventionAgreementTreaty | DocumentInternal | Schedule" mode="treaty">
    <xsl:variable name="heading" select="(Heading | ConventionAgreementTreaty/Heading)
                                         [not(Label)][not(key('opening', generate-id()) or key('division', generate-id()))]
                                         [not(preceding-sibling::*[key('opening', generate-id())])][1]"/>
    <xsl:variable name="form-heading" select="(self::Schedule | parent::Schedule)/ScheduleFormHeading"/>
    <xsl:variable name="line" select="self::DocumentInternal/*[1][self::Provision][string-length(normalize-space()) &lt; 400]"/>
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="$heading"><xsl:apply-templates select="$heading/TitleText" mode="words"/></xsl:when>
        <xsl:when test="$form-heading/TitleText[normalize-space() != '']">
          <xsl:apply-templates select="$form-heading/TitleText" mode="words"/>
        </xsl:when>
        <xsl:when test="normalize-space($line) != ''"><xsl:apply-templates select="$line" mode="words"/></xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="/*"><xsl:call-template name="title"/></xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <instrument line="{foedera:line()}" language="{@xml:lang}">
      <xsl:attribute name="form">
        <xsl:choose>
          <xsl:when test="starts-with(translate(normalize-space($title), $large, $small), 'protocol')">protocol</xsl:when>
          <xsl:otherwise>treaty</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="signed">
        <xsl:variable name="closing"><xsl:apply-templates select=".//Provision[key('closing', generate-id())]" mode="words"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="foedera:date($closing) != ''"><xsl:value-of select="foedera:date($closing)"/></xsl:when>
          <!-- What the title says may be when it was signed, or when something else was. -->
          <xsl:when test="foedera:date($title) != ''"><xsl:value-of select="concat(foedera:date($title), '?')"/></xsl:when>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:copy-of select="$title"/></title>
      <xsl:call-template name="contents">
        <xsl:with-param name="nodes" select="*[generate-id() != generate-id($heading)]
                                             [not(self::ScheduleFormHeading or self::ConventionAgreementTreaty or self::Schedule
                                                  or self::HistoricalNote)]"/>
        <xsl:with-param name="kind">preamble</xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="Schedule | self::DocumentInternal/following-sibling::Schedule" mode="annex"/>
      <xsl:apply-templates select="HistoricalNote | self::DocumentInternal/following-sibling::HistoricalNote" mode="note"/>
    </instrument>
  </xsl:template>

  <!-- What stands in a row: first what precedes all divisions, groups and articles, then these. Articles before the first
       division stand at the top. -->
  <xsl:template name="contents">
    <xsl:param name="nodes"/>
    <!-- What the words before the first article are, if they are a clause of their own. -->
    <xsl:param name="kind"/>
    <xsl:variable name="first" select="$nodes[self::Group or key('opening', generate-id()) or key('division', generate-id())][1]"/>
    <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
    <xsl:variable name="before" select="$nodes[not($first) or count(preceding-sibling::*) &lt; $n]"/>
    <xsl:choose>
      <xsl:when test="$kind != '' and $first">
        <xsl:if test="$before[normalize-space() != '']">
          <clause kind="{$kind}" line="{foedera:line()}">
            <xsl:call-template name="wording">
              <xsl:with-param name="parts" select="$before"/>
            </xsl:call-template>
          </clause>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$kind != ''"><xsl:apply-templates select="$before" mode="member"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraphs"><xsl:with-param name="nodes" select="$before"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="$nodes[key('division', generate-id()) or not(preceding-sibling::*[key('division', generate-id())])]
                                 [$first and count(preceding-sibling::*) &gt;= $n]"
                         mode="structure"/>
  </xsl:template>

  <!-- What follows a group is of none. -->
  <xsl:template match="*" mode="structure" priority="-1">
    <xsl:if test="preceding-sibling::*[self::Group or key('opening', generate-id()) or key('division', generate-id())][1][self::Group]">
      <xsl:apply-templates select="." mode="member"/>
    </xsl:if>
  </xsl:template>

  <!-- The wording up to the first numbered paragraph is that of what they stand in. -->
  <xsl:template name="paragraphs">
    <xsl:param name="nodes"/>
    <xsl:variable name="first" select="$nodes[self::Provision][Label][1]"/>
    <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
    <xsl:call-template name="wording">
      <xsl:with-param name="parts" select="$nodes[not($first) or count(preceding-sibling::*) &lt; $n]"/>
    </xsl:call-template>
    <xsl:apply-templates select="$nodes[$first and count(preceding-sibling::*) &gt;= $n]" mode="member"/>
  </xsl:template>

  <xsl:template match="*[key('opening', generate-id()) or key('division', generate-id())]" mode="structure">
    <xsl:variable name="is-division" select="boolean(key('division', generate-id()))"/>
    <xsl:variable name="next" select="following-sibling::*[key('division', generate-id())
                                                           or (not($is-division) and (key('opening', generate-id()) or self::Group))
                                                           or self::Schedule or self::HistoricalNote][1]"/>
    <xsl:variable name="end" select="count($next/preceding-sibling::*)"/>
    <xsl:variable name="inside" select="following-sibling::*[not($next) or count(preceding-sibling::*) &lt; $end]"/>
    <clause line="{foedera:line()}">
      <xsl:choose>
        <xsl:when test="$is-division">
          <xsl:attribute name="kind">part</xsl:attribute>
          <xsl:call-template name="heading"/>
          <xsl:variable name="first" select="$inside[self::Group or key('opening', generate-id())][1]"/>
          <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
          <xsl:choose>
            <xsl:when test="$first">
              <xsl:call-template name="wording">
                <xsl:with-param name="parts" select="$inside[count(preceding-sibling::*) &lt; $n]"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="$inside" mode="member"/></xsl:otherwise>
          </xsl:choose>
          <xsl:apply-templates select="$inside[$first and count(preceding-sibling::*) &gt;= $n]" mode="structure"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="kind">article</xsl:attribute>
          <xsl:call-template name="heading"/>
          <xsl:if test="self::Provision">
            <xsl:call-template name="wording">
              <xsl:with-param name="parts" select="*[not(self::Label)]"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="paragraphs"><xsl:with-param name="nodes" select="$inside"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </clause>
  </xsl:template>

  <xsl:template match="Group" mode="structure">
    <xsl:variable name="head" select="*[1][self::GroupHeading or self::Heading]"/>
    <xsl:variable name="start" select="translate(substring(normalize-space($head), 1, 9), 'abcdefghijklmnopqrstuvwxyzé',
                                                 'ABCDEFGHIJKLMNOPQRSTUVWXYZE')"/>
    <clause line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="starts-with($start, 'ARTICLE')">article</xsl:when>
          <xsl:when test="starts-with($start, 'PREAMB')">preamble</xsl:when>
          <xsl:when test="starts-with($start, 'ANNEX')">annex</xsl:when>
          <xsl:otherwise>part</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="$head"><xsl:call-template name="heading"/></xsl:for-each>
      <xsl:call-template name="contents">
        <xsl:with-param name="nodes" select="*[generate-id() != generate-id($head)]"/>
      </xsl:call-template>
    </clause>
  </xsl:template>

  <!-- Number and title, in elements of their own or on one line with a dash between. -->
  <xsl:template name="heading">
    <xsl:variable name="line">
      <xsl:apply-templates select="Label | self::*[not(Label)]/TitleText[1]" mode="words-on-line"/>
    </xsl:variable>
    <xsl:attribute name="number">
      <xsl:choose>
        <xsl:when test="contains($line, '—')"><xsl:value-of select="substring-before($line, '—')"/></xsl:when>
        <xsl:when test="Label or starts-with(translate(normalize-space($line), 'article', 'ARTICLE'), 'ARTICLE')">
          <xsl:value-of select="$line"/>
        </xsl:when>
      </xsl:choose>
    </xsl:attribute>
    <title>
      <xsl:choose>
        <xsl:when test="Label">
          <xsl:value-of select="substring-after($line, '—')"/>
          <break/>
          <xsl:apply-templates select="TitleText" mode="words"/>
        </xsl:when>
        <xsl:when test="contains($line, '—')"><xsl:value-of select="substring-after($line, '—')"/></xsl:when>
        <xsl:when test="not(starts-with(translate(normalize-space($line), 'article', 'ARTICLE'), 'ARTICLE'))">
          <xsl:value-of select="$line"/>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="not(Label)">
        <break/>
        <xsl:apply-templates select="TitleText[position() &gt; 1]" mode="words"/>
      </xsl:if>
    </title>
  </xsl:template>

  <!-- Schedules that are no treaty. -->
  <xsl:template match="Schedule[key('treaty', generate-id())]
                       | Schedule[*[key('treaty', generate-id())]]
                           [not(*[not(key('treaty', generate-id()))][not(self::ScheduleFormHeading or self::OriginatingRef
                                                                         or self::HistoricalNote or self::Schedule)])]"
                mode="annex" priority="1"/>

  <xsl:template match="Schedule" mode="annex">
    <clause kind="annex" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="ScheduleFormHeading/Label" mode="words-on-line"/></xsl:attribute>
      <title><xsl:apply-templates select="ScheduleFormHeading/TitleText" mode="words"/></title>
      <xsl:apply-templates select="*[not(self::ScheduleFormHeading or key('treaty', generate-id()))]" mode="member"/>
    </clause>
  </xsl:template>

  <xsl:template match="DocumentInternal | Group" mode="member">
    <xsl:choose>
      <xsl:when test="self::Group[GroupHeading]"><xsl:apply-templates select="." mode="structure"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="contents">
          <xsl:with-param name="nodes" select="*"/>
          <xsl:with-param name="kind">paragraph</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
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

  <xsl:template match="Heading | GroupHeading" mode="member">
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
            <xsl:when test="self::SignatureBlock or key('closing', generate-id())">final</xsl:when>
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
