<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="uslm" root="bill resolution pLaw publicLaws statutesAtLarge uscDoc lawDoc document amendment
                                     presidentialDoc presidentialDocs frDoc frDocs cfrDoc statuteCompilation hamResolution"
                   child="meta preface main">
    <foedera:label>United States Legislative Markup (USLM)</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <xsl:key name="division" use="generate-id()"
           match="/ | title[not(ancestor::quotedContent)][not(parent::meta)] | subtitle[not(ancestor::quotedContent)]
                  | chapter[not(ancestor::quotedContent)] | subchapter[not(ancestor::quotedContent)]
                  | part[not(ancestor::quotedContent)] | subpart[not(ancestor::quotedContent)]
                  | division[not(ancestor::quotedContent)] | subdivision[not(ancestor::quotedContent)]
                  | article[.//section][not(ancestor::quotedContent)]"/>

  <xsl:key name="article" use="generate-id()"
           match="/ | section[not(ancestor::quotedContent)]
                  | article[not(.//section)][not(ancestor::quotedContent)]"/>

  <xsl:key name="provision" use="generate-id()"
           match="/ | section[not(ancestor::quotedContent)] | article[not(ancestor::quotedContent)]
                  | subsection[num][not(ancestor::quotedContent)] | paragraph[num][not(ancestor::quotedContent)]
                  | subparagraph[num][not(ancestor::quotedContent)] | clause[num][not(ancestor::quotedContent)]
                  | subclause[num][not(ancestor::quotedContent)] | item[num][not(ancestor::quotedContent)]
                  | subitem[num][not(ancestor::quotedContent)] | subsubitem[num][not(ancestor::quotedContent)]
                  | level[num][not(ancestor::quotedContent)]
                  | title[not(ancestor::quotedContent)][not(parent::meta)] | subtitle[not(ancestor::quotedContent)]
                  | chapter[not(ancestor::quotedContent)] | subchapter[not(ancestor::quotedContent)]
                  | part[not(ancestor::quotedContent)] | subpart[not(ancestor::quotedContent)]
                  | division[not(ancestor::quotedContent)] | subdivision[not(ancestor::quotedContent)]"/>

  <xsl:template match="/*">
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="normalize-space(meta/title) != ''"><xsl:value-of select="meta/title[1]"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="(preface | main)//*[self::docTitle or self::officialTitle or self::longTitle][1]"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="sounds-like-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="name" select="meta/type"/>
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="is-treaty" select="$sounds-like-treaty = 'true' and (self::document or self::lawDoc or self::statutesAtLarge)"/>
    <foedera>
      <document id="{concat(meta/identifier[1], substring('-', 1, not(meta/identifier)), substring(meta/congress, 1, 4 * not(meta/identifier)),
                            '-', substring(local-name(), 1, 20 * not(meta/identifier)), '-', meta/docNumber[1], '-', meta/docStage)}"
                language="{(@xml:lang | meta/language)[1]}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="$is-treaty">treaty</xsl:when>
            <xsl:otherwise>law</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="$title"/></title>
        <summary><xsl:value-of select="meta/type"/></summary>
        <xsl:for-each select="(preface | main)//*[self::docTitle or self::officialTitle][normalize-space() != normalize-space($title)]">
          <name kind="official" value="{.}"/>
        </xsl:for-each>
        <identifier scheme="url" value="{meta/identifier[starts-with(., 'http')]}"/>
        <identifier scheme="own" value="{meta/docNumber}"/>
        <xsl:for-each select="meta/citableAs">
          <identifier scheme="series" value="{.}"/>
        </xsl:for-each>
        <instrument line="{foedera:line()}">
          <xsl:attribute name="form">
            <xsl:choose>
              <xsl:when test="$is-treaty">treaty</xsl:when>
              <xsl:otherwise>law</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <title><xsl:value-of select="$title"/></title>
          <xsl:if test="normalize-space(preface) != ''">
            <clause kind="preamble" line="{foedera:line()}">
              <text><content><xsl:apply-templates select="preface/*" mode="words"/></content></text>
            </clause>
          </xsl:if>
          <xsl:apply-templates select="(main | statutesAtLarge | collection | body)/* | *[key('provision', generate-id())]" mode="member"/>
          <xsl:apply-templates select="appendix | attachments/* | schedule" mode="annex"/>
          <xsl:apply-templates select="signatures | endMarker | backMatter | back" mode="final"/>
          <xsl:apply-templates select="meta/date | meta/created | meta/modified | meta/processedDate | meta/approvedDate
                                       | preface//date[@date] | preface//approvedDate" mode="event"/>
        </instrument>
      </document>
    </foedera>
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

  <xsl:template match="num | heading | subheading | meta | toc" mode="member" priority="1"/>

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
    <xsl:apply-templates select="$parts/descendant-or-self::quotedContent[not(ancestor::quotedContent)]"/>
    <xsl:apply-templates select="$parts/descendant-or-self::footnote | $parts/descendant-or-self::note
                                 | num//footnote | heading//footnote" mode="note"/>
  </xsl:template>

  <xsl:template match="quotedContent">
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

  <xsl:template match="quotedContent" mode="words">
    <xsl:if test="ancestor::quotedContent"><xsl:apply-templates mode="words"/></xsl:if>
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
