<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Mode "words": the reading text of an element. A table is a line a row, with its cells apart. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1">
  <xsl:template match="text()" mode="words"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="words"/>

  <xsl:template match="tr | row" mode="words">
    <break/>
    <xsl:apply-templates select="*" mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="td | th | cell | entry" mode="words">
    <xsl:if test="preceding-sibling::*"> | </xsl:if>
    <xsl:apply-templates mode="words-in-cell"/>
  </xsl:template>

  <xsl:template match="text()" mode="words-in-cell"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="*" mode="words-in-cell">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="words-in-cell"/>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
