<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="tota" root="treaty" child="meta">
    <foedera:label>Texts of Trade Agreements (ToTA)</foedera:label>
    <foedera:cannot-tell>The formal title of a treaty, the names of its parties, when a party joined or left, and how
      paragraphs of articles are numbered.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <xsl:key name="founder" match="/ | parties_original/partyisocode" use="normalize-space(.)"/>

  <xsl:template match="/treaty">
    <foedera>
      <document id="{meta/treaty_identifier}" kind="treaty" language="{meta/language}" line="{foedera:line()}">
        <title><xsl:value-of select="meta/name"/></title>
        <summary><xsl:value-of select="meta/type"/></summary>
        <note><xsl:apply-templates select="meta/status | meta/notification | meta/composition | meta/region"
                                   mode="fact"/></note>
        <identifier scheme="tota" value="{meta/treaty_identifier}"/>
        <identifier scheme="wto-rta" value="{meta/wto_rta_id}"/>
        <xsl:for-each select="meta/source[not(. = preceding-sibling::source)]">
          <identifier scheme="url" value="{.}"/>
        </xsl:for-each>
        <instrument form="treaty" signed="{meta/date_signed}" begin="{meta/date_into_force}"
                    end="{meta/date_inactive}" line="{foedera:line()}">
          <xsl:apply-templates select="meta/parties_original/partyisocode | meta/parties/partyisocode"/>
          <xsl:apply-templates select="body/chapter"/>
          <event kind="registered" begin="{meta/date_notification}">
            <title>Notified to the World Trade Organization</title>
          </event>
          <event kind="other" begin="{meta/end_implementation}">
            <title>End of implementation</title>
          </event>
        </instrument>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template match="meta/*" mode="fact">
    <xsl:if test="normalize-space(.) != ''">
      <xsl:value-of select="translate(substring(local-name(), 1, 1), $small, $large)"/>
      <xsl:value-of select="substring(local-name(), 2)"/>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="normalize-space(.)"/>
      <break/>
    </xsl:if>
  </xsl:template>

  <!-- An empty code stands for "not known", not for "nobody". -->
  <xsl:template match="parties_original/partyisocode">
    <named-party iso3="{.}" role="party" entry="founding" value="{.}" line="{foedera:line()}"/>
  </xsl:template>

  <xsl:template match="parties/partyisocode">
    <xsl:if test="not(key('founder', normalize-space(.)))">
      <named-party iso3="{.}" role="party" entry="accession" value="{.}" line="{foedera:line()}"/>
    </xsl:if>
  </xsl:template>

  <!-- The first chapter is the preamble where it has no number; often it has no name either. -->
  <xsl:template match="chapter[not(@number)][not(preceding-sibling::chapter)]
                       [not(@name) or starts-with(translate(@name, 'PREAMBL', 'preambl'), 'preamb')]
                       [not(article/@number)]" priority="2">
    <xsl:for-each select="article">
      <clause kind="preamble" line="{foedera:line()}">
        <title><xsl:value-of select="@name"/></title>
        <xsl:call-template name="wording"/>
      </clause>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="chapter[not(@number) and not(@name)]" priority="1">
    <xsl:apply-templates select="article"/>
  </xsl:template>

  <xsl:template match="chapter">
    <xsl:variable name="name" select="translate(concat(@number, ' ', @name), $large, $small)"/>
    <clause number="{@number}" line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="starts-with(normalize-space($name), 'annex') or starts-with(normalize-space($name), 'appendi')
                          or starts-with(normalize-space($name), 'schedule') or contains($name, ' anexo')
                          or starts-with(normalize-space($name), 'protocol')">annex</xsl:when>
          <xsl:otherwise>part</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:value-of select="@name"/></title>
      <xsl:apply-templates select="article"/>
    </clause>
  </xsl:template>

  <xsl:template match="article">
    <clause kind="article" number="{@number}" line="{foedera:line()}">
      <title><xsl:value-of select="@name"/></title>
      <xsl:call-template name="wording"/>
    </clause>
  </xsl:template>

  <xsl:template name="wording">
    <text>
      <content xml:space="preserve"><xsl:value-of select="."/></content>
    </text>
  </xsl:template>
</xsl:stylesheet>
