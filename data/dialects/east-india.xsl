<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="east-india" root="source" child="text index header doc">
    <foedera:label>East India Company treaties</foedera:label>
    <foedera:cannot-tell>Which of the persons and powers that a text names are its parties, and dates that are given in the
      Hindu or Islamic calendar only.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-text.xsl"/>

  <!-- Who is named in the description or introduction of a text, by text and name. -->
  <xsl:key name="named" match="/ | sourceDesc//politicalEntity | cd//politicalEntity | intro//politicalEntity | sourceDesc//person
                               | cd//person"
           use="concat(generate-id(ancestor::*[self::text or self::doc][1]), normalize-space(.))"/>

  <xsl:template match="/source">
    <foedera>
      <document kind="treaty" language="en" line="{foedera:line()}">
        <xsl:attribute name="id">
          <xsl:if test="count(text | doc | index/doc | index/text) = 1">
            <xsl:value-of select="(doc | index/doc)/@docID"/>
          </xsl:if>
        </xsl:attribute>
        <title>
          <xsl:choose>
            <xsl:when test="header/headTitle"><xsl:value-of select="header/headTitle"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="((text | doc)/sourceDesc | (text | doc)/cd)[1]" mode="words"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <note>
          <xsl:for-each select="header/sourceDesc//monogr">
            <xsl:value-of select="normalize-space(compiler)"/>
            <xsl:text>: </xsl:text>
            <xsl:value-of select="normalize-space(sourceTitle)"/>
            <xsl:text> </xsl:text>
            <xsl:value-of select="normalize-space(imprint)"/>
          </xsl:for-each>
        </note>
        <xsl:apply-templates select="text | doc | index/doc | index/text"/>
        <event kind="other" begin="{header/sourceDesc//imprint/pubDate}"><title>Publication of the source</title></event>
        <event kind="other" begin="{header/respStmt/respDate}"><title>Electronic edition</title></event>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template match="text | doc">
    <xsl:variable name="description" select="sourceDesc | cd"/>
    <xsl:variable name="dates" select="(datePlace | $description | maintext)//date[not(@calendar) or @calendar = 'gregorian']"/>
    <instrument form="treaty" line="{foedera:line()}">
      <xsl:attribute name="signed">
        <xsl:choose>
          <xsl:when test="datePlace//date[not(@calendar) or @calendar = 'gregorian']">
            <xsl:call-template name="date">
              <xsl:with-param name="of" select="datePlace//date[not(@calendar) or @calendar = 'gregorian'][1]"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="date">
              <xsl:with-param name="of" select="$description//date[not(@calendar) or @calendar = 'gregorian'][1]"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:apply-templates select="$description" mode="words"/></title>
      <xsl:for-each select="parent::index/@location | @index">
        <name kind="other" value="{.}"/>
      </xsl:for-each>
      <identifier scheme="own" value="{@docID}"/>
      <identifier scheme="own" value="{concat(../@location, @index, ', ', @pg, @pages)}"/>
      <xsl:for-each select="$description//politicalEntity | maintext/contract/intro//politicalEntity | $description//person">
        <xsl:variable name="name" select="concat(generate-id(ancestor::*[self::text or self::doc][1]), normalize-space(.))"/>
        <xsl:if test="generate-id() = generate-id(key('named', $name)[1])">
          <named-party>
            <xsl:attribute name="value"><xsl:apply-templates mode="words"/></xsl:attribute>
          </named-party>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="maintext/*"/>
      <xsl:apply-templates select="datePlace | signatories | note | memorandum"/>
      <xsl:for-each select="$description//date[@isovalue] | maintext//date[@isovalue] | datePlace//date[@isovalue]">
        <event kind="other" begin="{@isovalue}" line="{foedera:line()}">
          <title>
            <xsl:value-of select="normalize-space(.)"/>
            <xsl:if test="@calendar != 'gregorian'"> (<xsl:value-of select="@calendar"/>)</xsl:if>
          </title>
        </event>
      </xsl:for-each>
    </instrument>
  </xsl:template>

  <xsl:template name="date">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of/@isovalue"><xsl:value-of select="$of/@isovalue"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="foedera:date(concat($of/day, ' ', $of/month, ' ', $of/year))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="maintext/contract">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="contract/article">
    <clause kind="article" number="{@number}" line="{foedera:line()}">
      <xsl:call-template name="wording"/>
    </clause>
  </xsl:template>

  <xsl:template match="contract/intro">
    <clause kind="preamble" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template match="contract/confirmation | datePlace | signatories">
    <clause kind="final" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template match="contract/* | maintext/*" priority="-0.1">
    <clause kind="paragraph" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template match="maintext/prose">
    <xsl:for-each select="*">
      <clause kind="paragraph" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="note | memorandum">
    <clause kind="note" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template name="wording">
    <text><content><xsl:apply-templates mode="words"/></content></text>
  </xsl:template>

  <xsl:template match="line | p | person[parent::signatories]" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <!-- Rank and name, month and year may stand side by side. -->
  <xsl:template match="person/*[preceding-sibling::*] | date/month | date/year" mode="words">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <xsl:template match="date[@ref = 'true']" mode="words"/>
</xsl:stylesheet>
