<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="tei-tcp" root="TEI" child="teiHeader" mark="idno[type=DLPS] idno[type=TCP]">
    <foedera:label>TEI of the Text Creation Partnership</foedera:label>
    <foedera:cannot-tell>Who the parties are, and dates but for those written under a treaty.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>
  <xsl:include href="foedera:fragment-tei.xsl"/>

  <xsl:template match="/TEI">
    <xsl:variable name="header" select="teiHeader/fileDesc"/>
    <xsl:variable name="is-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="title" select="concat($header/titleStmt/title[1], ' ', text//div[@type][1]/@type)"/>
      </xsl:call-template>
    </xsl:variable>
    <!-- A volume may hold several treaties among other things. -->
    <xsl:variable name="parts">
      <xsl:for-each select="text/body/div"><xsl:call-template name="is-treaty-in-volume"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="has-treaties" select="contains($parts, 'true')"/>
    <foedera>
      <document id="{($header/publicationStmt/idno[@type = 'DLPS' or @type = 'TCP'])[1]}" line="{foedera:line()}"
                language="{teiHeader/profileDesc/langUsage/language/@ident}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="$has-treaties or $is-treaty = 'true'">treaty</xsl:when>
            <xsl:otherwise>other</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="$header/titleStmt/title[1]"/></title>
        <xsl:for-each select="$header/titleStmt/title[position() &gt; 1]">
          <name kind="other" value="{.}"/>
        </xsl:for-each>
        <xsl:for-each select="$header/publicationStmt/idno[not(. = preceding-sibling::idno)]">
          <identifier scheme="own" value="{.}"/>
        </xsl:for-each>
        <xsl:choose>
          <xsl:when test="$has-treaties">
            <xsl:apply-templates select="text/front[div[not(contains(@type, 'title'))]]" mode="instrument"/>
            <xsl:apply-templates select="text/body/div" mode="instrument"/>
            <xsl:apply-templates select="text/back" mode="instrument"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="text" mode="instrument">
              <xsl:with-param name="is-treaty" select="$is-treaty"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
        <event kind="other" begin="{$header/sourceDesc//biblFull/publicationStmt/date}">
          <title>Edition</title>
        </event>
        <event kind="other" begin="{$header/publicationStmt/date/@when}">
          <title>Electronic edition</title>
        </event>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template name="is-treaty-in-volume">
    <xsl:variable name="head"><xsl:apply-templates select="head" mode="words"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="contains(@type, 'treaty') or contains(@type, 'convention')">true</xsl:when>
      <xsl:when test="self::div and (@type = 'articles' or @type = 'agreement' or @type = 'text' or .//div[@type = 'article'])">
        <xsl:call-template name="is-treaty"><xsl:with-param name="title" select="$head"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>false</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="instrument">
    <xsl:param name="is-treaty"><xsl:call-template name="is-treaty-in-volume"/></xsl:param>
    <xsl:variable name="date"><xsl:apply-templates select="(.//closer//date)[1]" mode="words"/></xsl:variable>
    <xsl:variable name="dateline"><xsl:apply-templates select="(.//closer/dateline)[1]" mode="words"/></xsl:variable>
    <instrument line="{foedera:line()}" language="{@xml:lang}">
      <xsl:attribute name="form">
        <xsl:choose>
          <xsl:when test="$is-treaty = 'true'">treaty</xsl:when>
          <xsl:otherwise>other</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="signed">
        <xsl:choose>
          <xsl:when test="foedera:date($date) != ''"><xsl:value-of select="foedera:date($date)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="foedera:date($dateline)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:apply-templates select="head[1]" mode="words"/></title>
      <xsl:choose>
        <xsl:when test="self::text">
          <xsl:apply-templates select="front | body | group/text/body | back" mode="provisions"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="provisions"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select=".//postscript//dateline/date | .//closer/following-sibling::closer/dateline/date">
        <xsl:variable name="words"><xsl:apply-templates select="." mode="words"/></xsl:variable>
        <event kind="signed" begin="{foedera:date($words)}" line="{foedera:line()}">
          <title><xsl:apply-templates select="ancestor::postscript/head" mode="words"/><xsl:text> </xsl:text><xsl:value-of select="$words"/></title>
        </event>
      </xsl:for-each>
    </instrument>
  </xsl:template>

  <!-- The end of a printed line parted a word. -->
  <xsl:template match="g" mode="words">
    <xsl:choose>
      <xsl:when test="contains(@ref, 'EOLhyphen') or contains(@ref, 'EOLunhyphen')"/>
      <xsl:when test="contains(@ref, 'punc')">.</xsl:when>
      <xsl:when test="contains(@ref, 'abque')">que</xsl:when>
      <xsl:when test="normalize-space(.) != ''"><xsl:apply-templates mode="words"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="gap" mode="words">
    <xsl:choose>
      <xsl:when test="normalize-space(desc) != ''"><xsl:value-of select="normalize-space(desc)"/></xsl:when>
      <xsl:otherwise>…</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
