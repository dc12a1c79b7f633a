<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="uslm" root="bill resolution pLaw publicLaws privateLaws concurrentResolutions statute statutesAtLarge
                                     statuteCompilation constitutionalAmendment uscDoc lawDoc document amendment engrossedAmendment
                                     presidentialDoc presidentialDocs rule rules proposedRules notice notices frDoc frDocs cfrDoc
                                     collection hamResolution"
                   child="meta preface main amendMeta amendPreface amendMain">
    <foedera:label>United States Legislative Markup (USLM)</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <!-- What is quoted, or to be inserted elsewhere, is none of this text. -->
  <xsl:key name="division" use="generate-id()"
           match="/ | *[contains(' title subtitle chapter subchapter part subpart division subdivision ',
                                 concat(' ', local-name(), ' '))]
                       [not(parent::meta or ancestor::quotedContent or ancestor::amendmentContent)]
                  | article[.//section][not(ancestor::quotedContent or ancestor::amendmentContent)]"/>

  <xsl:key name="article" use="generate-id()"
           match="/ | *[self::section or self::article[not(.//section)]]
                       [not(ancestor::quotedContent or ancestor::amendmentContent)]"/>

  <xsl:key name="provision" use="generate-id()"
           match="/ | *[contains(' section article title subtitle chapter subchapter part subpart division subdivision ',
                                 concat(' ', local-name(), ' '))
                        or num and contains(' subsection paragraph subparagraph clause subclause item subitem subsubitem level ',
                                            concat(' ', local-name(), ' '))]
                       [not(parent::meta or ancestor::quotedContent or ancestor::amendmentContent)]"/>

  <xsl:template match="/*">
    <xsl:variable name="meta" select="meta | amendMeta"/>
    <xsl:variable name="title"><xsl:call-template name="title"/></xsl:variable>
    <xsl:variable name="forms">
      <xsl:for-each select="descendant-or-self::*[meta]"><xsl:call-template name="form"/></xsl:for-each>
    </xsl:variable>
    <foedera>
      <document id="{concat($meta/identifier[1], substring('-', 1, not($meta/identifier)),
                            substring($meta/congress, 1, 4 * not($meta/identifier)),
                            '-', substring(local-name(), 1, 20 * not($meta/identifier)), '-', $meta/docNumber[1], '-', $meta/docStage)}"
                language="{(@xml:lang | $meta/language)[1]}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="contains($forms, 'treaty')">treaty</xsl:when>
            <xsl:otherwise>law</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="$title"/></title>
        <summary><xsl:value-of select="$meta/type"/></summary>
        <xsl:for-each select="(preface | amendPreface | main)//*[self::docTitle or self::officialTitle]
                                                           [normalize-space() != normalize-space($title)]">
          <name kind="official" value="{.}"/>
        </xsl:for-each>
        <xsl:call-template name="identifiers"/>
        <xsl:apply-templates select="." mode="instrument"/>
        <xsl:apply-templates select=".//*[meta][not(ancestor::quotedContent)]" mode="instrument"/>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="normalize-space((meta | amendMeta)/title) != ''"><xsl:value-of select="(meta | amendMeta)/title[1]"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="((preface | amendPreface | main | amendMain)//*[self::docTitle or self::officialTitle or self::longTitle])[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="form">
    <xsl:variable name="title"><xsl:call-template name="title"/></xsl:variable>
    <xsl:variable name="sounds-like-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="name" select="meta/type"/>
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$sounds-like-treaty = 'true' and (self::document or self::lawDoc or self::statutesAtLarge)">treaty</xsl:when>
      <xsl:otherwise>law</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="identifiers">
    <xsl:variable name="meta" select="meta | amendMeta"/>
    <identifier scheme="url" value="{$meta/identifier[starts-with(., 'http')]}"/>
    <identifier scheme="own" value="{$meta/docNumber}"/>
    <xsl:for-each select="$meta/citableAs">
      <identifier scheme="series" value="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Volumes and collections hold documents that have a header of their own. -->
  <xsl:template match="*" mode="instrument">
    <xsl:variable name="front" select="preface | amendPreface"/>
    <xsl:variable name="body" select="main | amendMain | statutesAtLarge | collection | body"/>
    <xsl:if test="not(.//*[meta]) or normalize-space($front) != ''">
      <instrument line="{foedera:line()}">
        <xsl:attribute name="form"><xsl:call-template name="form"/></xsl:attribute>
        <title><xsl:call-template name="title"/></title>
        <xsl:if test="parent::*"><xsl:call-template name="identifiers"/></xsl:if>
        <xsl:if test="normalize-space($front) != ''">
          <clause kind="preamble" line="{foedera:line()}">
            <text><content><xsl:apply-templates select="$front/*" mode="words"/></content></text>
          </clause>
        </xsl:if>
        <xsl:apply-templates select="$body/*[not(descendant-or-self::*[meta])] | *[key('provision', generate-id())]" mode="member"/>
        <xsl:apply-templates select="appendix | attachments/* | schedule" mode="annex"/>
        <xsl:apply-templates select="attestation | endorsement | signatures | endMarker | backMatter | back" mode="final"/>
        <xsl:apply-templates select="(meta | amendMeta)/*[self::date or self::created or self::modified or self::processedDate
                                                          or self::approvedDate]
                                     | $front//date[@date] | $front//approvedDate" mode="event"/>
      </instrument>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="event">
    <event kind="other" line="{foedera:line()}">
      <xsl:attribute name="begin">
        <xsl:choose>
          <xsl:when test="@date"><xsl:value-of select="@date"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="parent::action/actionDescription"><xsl:value-of select="../actionDescription"/></xsl:when>
          <xsl:when test="self::date">Date of the document</xsl:when>
          <xsl:otherwise><xsl:value-of select="local-name()"/></xsl:otherwise>
        </xsl:choose>
      </title>
    </event>
  </xsl:template>

  <xsl:template match="*" mode="annex">
    <clause kind="annex" number="{num}" line="{foedera:line()}">
      <title><xsl:apply-templates select="heading" mode="words"/></title>
      <xsl:apply-templates select="*" mode="member"/>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="final">
    <xsl:if test="normalize-space() != ''">
      <clause kind="final" line="{foedera:line()}">
        <text><content><xsl:apply-templates mode="words"/></content></text>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="num | heading | subheading | meta | amendMeta | toc" mode="member" priority="1"/>

  <xsl:template match="longTitle | resolvingClause | enactingFormula | preamble | recital" mode="member" priority="1">
    <xsl:if test="normalize-space() != ''">
      <clause kind="preamble" line="{foedera:line()}">
        <text><content><xsl:apply-templates mode="words"/></content></text>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="member">
    <xsl:choose>
      <xsl:when test="key('provision', generate-id())">
        <clause line="{foedera:line()}">
          <xsl:attribute name="kind">
            <xsl:choose>
              <xsl:when test="key('article', generate-id())">article</xsl:when>
              <xsl:when test="key('division', generate-id())">part</xsl:when>
              <xsl:otherwise>paragraph</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:attribute name="number">
            <xsl:choose>
              <xsl:when test="key('article', generate-id()) and normalize-space(num/@value) != ''"><xsl:value-of select="num/@value"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="num"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <title><xsl:apply-templates select="heading | subheading" mode="words"/></title>
          <xsl:variable name="first" select="*[key('provision', generate-id()) or .//*[key('provision', generate-id())]][1]"/>
          <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="*[not($first) or position() &lt;= $n][not(self::num or self::heading or self::subheading)]"/>
          </xsl:call-template>
          <xsl:if test="$first">
            <xsl:apply-templates select="*[position() &gt; $n]" mode="member"/>
          </xsl:if>
        </clause>
      </xsl:when>
      <xsl:when test=".//*[key('provision', generate-id())]">
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

  <xsl:template name="wording">
    <xsl:param name="parts"/>
    <text><content><xsl:apply-templates select="$parts" mode="words"/></content></text>
    <xsl:apply-templates select="$parts/descendant-or-self::*[self::quotedContent or self::amendmentContent]
                                 [not(ancestor::quotedContent or ancestor::amendmentContent)]"/>
    <xsl:apply-templates select="$parts/descendant-or-self::footnote | $parts/descendant-or-self::note
                                 | num//footnote | heading//footnote" mode="note"/>
  </xsl:template>

  <xsl:template match="quotedContent | amendmentContent">
    <clause kind="quotation" line="{foedera:line()}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="note">
    <clause kind="note" number="{num}" line="{foedera:line()}">
      <text><content><xsl:apply-templates select="node()[not(self::num)]" mode="words"/></content></text>
    </clause>
  </xsl:template>

  <xsl:template match="footnote | note | toc | page | sidenote | ref[@class = 'footnoteRef']" mode="words"/>

  <xsl:template match="quotedContent | amendmentContent" mode="words">
    <xsl:if test="ancestor::quotedContent or ancestor::amendmentContent"><xsl:apply-templates mode="words"/></xsl:if>
  </xsl:template>

  <xsl:template match="p | content | chapeau | continuation | heading | subheading | section | subsection | paragraph | subparagraph
                       | clause | subclause | item | block | signature | docTitle | officialTitle | resolvingClause | action | congress
                       | session | enrolledDateline | role | name | notation | type | docNumber | list | listItem" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="num" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*[preceding-sibling::*[1][self::num]]" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="br" mode="words"><break/></xsl:template>
</xsl:stylesheet>
