<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="formex" root="ACT AGR ANNEX DOC PUBLICATION GENERAL LETTER PROPOSAL CORR CONS.ACT CONS.DOC CONS.ANNEX
                                       DECISION PROT TREATY" child="BIB.INSTANCE BIB.DOC BIB.DATA OJ INFO.CONSLEG INFO.PROD">
    <foedera:label>Formex 4</foedera:label>
    <foedera:cannot-tell>Which files belong together: an act of the Official Journal is several, and each becomes a document.
      Who the parties are.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>

  <xsl:key name="article" use="generate-id()" match="/ | ARTICLE[not(ancestor::QUOT.S)]"/>

  <!-- What has provisions below it, or is one. -->
  <xsl:key name="provision" use="generate-id()"
           match="/ | ARTICLE[not(ancestor::QUOT.S)] | PARAG[not(ancestor::QUOT.S)] | DIVISION[not(ancestor::QUOT.S)]
                  | GR.SEQ[TITLE][not(ancestor::QUOT.S)] | GR.ANNOTATION"/>

  <xsl:template match="/*">
    <xsl:variable name="bibliography" select="BIB.INSTANCE | BIB.DOC | OJ/BIB.OJ | BIB.DATA | INFO.CONSLEG"/>
    <xsl:variable name="title"><xsl:call-template name="title"/></xsl:variable>
    <xsl:variable name="sounds-like-treaty">
      <xsl:call-template name="is-treaty"><xsl:with-param name="title" select="$title"/></xsl:call-template>
    </xsl:variable>
    <!-- An agreement is also published as the annex of the decision that concludes it. -->
    <xsl:variable name="is-treaty" select="self::AGR or self::PROT or self::TREATY or (self::LETTER and $sounds-like-treaty = 'true')
                                           or ((self::ANNEX or self::GENERAL) and $sounds-like-treaty = 'true' and .//FINAL
                                               and .//ARTICLE)"/>
    <xsl:variable name="has-text" select="boolean(*[not(self::TITLE)][not(starts-with(local-name(), 'BIB.'))]
                                                   [normalize-space() != ''] or self::ANNEX) and not(self::DOC or self::PUBLICATION)"/>
    <xsl:variable name="adopted" select="($bibliography/DATE | FMX/DOC.MAIN.PUB/DATE)[1]/@ISO"/>
    <xsl:variable name="done" select="(FINAL//PL.DATE//DATE | .//FINAL//PL.DATE//DATE)[last()]/@ISO"/>
    <foedera>
      <document language="{($bibliography/LG.DOC | $bibliography/DOCUMENT.REF/LG.OJ | FMX/DOC.MAIN.PUB/LG.DOC
                            | OJ/BIB.OJ/LG.OJ | PUBLICATION.REF/LG.OJ)[1]}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="$is-treaty">treaty</xsl:when>
            <xsl:when test="self::ACT or self::ANNEX or self::CONS.ACT or self::CONS.ANNEX or self::GENERAL or self::DECISION">law</xsl:when>
            <xsl:otherwise>other</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="$title"/></title>
        <xsl:for-each select="$bibliography/DOCUMENT.REF/@FILE | PUBLICATION.REF/@FILE | FMX//REF.PHYS/@FILE
                              | OJ//ITEM.PUB/@DOC.INSTANCE">
          <identifier scheme="own" value="{.}"/>
        </xsl:for-each>
        <xsl:for-each select=".//NO.ELI">
          <identifier scheme="eli" value="{(@ID | self::*[not(@ID)])[1]}"/>
        </xsl:for-each>
        <xsl:for-each select="$bibliography/NO.CELEX | $bibliography//NO.CELEX">
          <identifier scheme="celex" value="{.}"/>
        </xsl:for-each>
        <xsl:for-each select="$bibliography/DOCUMENT.REF | PUBLICATION.REF | OJ/BIB.OJ">
          <identifier scheme="series">
            <xsl:attribute name="value">
              <xsl:text>OJ </xsl:text>
              <xsl:value-of select="COLL"/>
              <xsl:text> </xsl:text>
              <xsl:value-of select="NO.OJ | NO.DOC/NO.CURRENT"/>
              <xsl:if test="YEAR | NO.DOC/YEAR | DATE">, <xsl:value-of select="(YEAR | NO.DOC/YEAR | DATE)[1]"/></xsl:if>
              <xsl:if test="PAGE.FIRST">, p. <xsl:value-of select="PAGE.FIRST"/></xsl:if>
            </xsl:attribute>
          </identifier>
        </xsl:for-each>
        <xsl:if test="$has-text">
          <instrument line="{foedera:line()}">
            <xsl:attribute name="form">
              <xsl:choose>
                <xsl:when test="self::PROT">protocol</xsl:when>
                <xsl:when test="self::LETTER or LETTER">exchange-of-notes</xsl:when>
                <xsl:when test="$is-treaty">treaty</xsl:when>
                <xsl:otherwise>law</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
            <xsl:if test="$is-treaty">
              <xsl:attribute name="signed">
                <xsl:choose>
                  <xsl:when test="$done"><xsl:value-of select="$done"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="$adopted"/></xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </xsl:if>
            <title><xsl:value-of select="$title"/></title>
            <xsl:apply-templates select="TITLE//NOTE"/>
            <xsl:choose>
              <xsl:when test="(self::ANNEX or self::CONS.ANNEX) and not($is-treaty)">
                <clause kind="annex" line="{foedera:line()}">
                  <title><xsl:value-of select="$title"/></title>
                  <xsl:apply-templates select="*" mode="member"/>
                </clause>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="*" mode="member"/>
              </xsl:otherwise>
            </xsl:choose>
          </instrument>
        </xsl:if>
        <event kind="other" begin="{$adopted}"><title>Date of the document</title></event>
        <event kind="registered" begin="{(PUBLICATION.REF/DATE | OJ/BIB.OJ/DATE)[1]/@ISO}">
          <title>Published in the Official Journal</title>
        </event>
      </document>
    </foedera>
  </xsl:template>

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="TITLE"><xsl:apply-templates select="TITLE" mode="words"/></xsl:when>
      <xsl:when test="PDF//TITLE[TI] | PAPER//TITLE[TI]">
        <xsl:apply-templates select="(PDF//TITLE[TI] | PAPER//TITLE[TI])[1]" mode="words"/>
      </xsl:when>
      <xsl:when test="OJ/BIB.OJ">
        <xsl:apply-templates select="OJ/BIB.OJ/TITLE" mode="words"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="OJ/BIB.OJ/COLL"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="OJ/BIB.OJ/NO.OJ | OJ/BIB.OJ/NO.DOC/NO.CURRENT"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="(.//TITLE[TI])[1]" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Provisions and what stands between them. -->
  <xsl:template match="TITLE | TI.ART | STI.ART | NO.PARAG | NO.GR.SEQ | BIB.INSTANCE | BIB.DATA | BIB.DOC | INFO.CONSLEG | INFO.PROD
                       | FAM.COMP" mode="member" priority="1"/>

  <xsl:template match="ENACTING.TERMS | CONTENTS | CONS.DOC" mode="member" priority="1">
    <xsl:choose>
      <xsl:when test=".//*[key('provision', generate-id())]"><xsl:apply-templates select="*" mode="member"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="paragraph"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="PREAMBLE" mode="member" priority="1">
    <clause kind="preamble" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template match="FINAL" mode="member" priority="1">
    <clause kind="final" line="{foedera:line()}"><xsl:call-template name="wording"/></clause>
  </xsl:template>

  <xsl:template match="ANNEX | CONS.ANNEX | PROTOCOL | PROT | AGR | LETTER" mode="member" priority="1">
    <clause kind="annex" line="{foedera:line()}">
      <title><xsl:apply-templates select="TITLE" mode="words"/></title>
      <xsl:apply-templates select="TITLE//NOTE"/>
      <xsl:apply-templates select="*" mode="member"/>
    </clause>
  </xsl:template>

  <xsl:template match="DIVISION | GR.SEQ[TITLE]" mode="member" priority="1">
    <clause kind="part" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="TITLE/TI/NP/NO.P | TITLE/TI[not(NP)][../STI]" mode="words-of-number"/></xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="TITLE/TI/NP"><xsl:apply-templates select="TITLE/TI/NP/*[not(self::NO.P)] | TITLE/STI" mode="words"/></xsl:when>
          <xsl:when test="TITLE/STI"><xsl:apply-templates select="TITLE/STI" mode="words"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="TITLE/TI" mode="words"/></xsl:otherwise>
        </xsl:choose>
      </title>
      <xsl:apply-templates select="TITLE//NOTE"/>
      <xsl:apply-templates select="*" mode="member"/>
    </clause>
  </xsl:template>

  <xsl:template match="ARTICLE[not(ancestor::QUOT.S)]" mode="member" priority="1">
    <clause kind="article" line="{foedera:line()}">
      <xsl:attribute name="number"><xsl:apply-templates select="TI.ART" mode="words-of-number"/></xsl:attribute>
      <title><xsl:apply-templates select="STI.ART" mode="words"/></title>
      <xsl:choose>
        <xsl:when test="PARAG">
          <xsl:variable name="n" select="count(PARAG[1]/preceding-sibling::*)"/>
          <xsl:call-template name="wording-of">
            <xsl:with-param name="parts" select="*[position() &lt;= $n][not(self::TI.ART or self::STI.ART)]"/>
          </xsl:call-template>
          <xsl:apply-templates select="*[position() &gt; $n]" mode="member"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="wording-of">
            <xsl:with-param name="parts" select="*[not(self::TI.ART or self::STI.ART)]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="TI.ART//NOTE | STI.ART//NOTE"/>
    </clause>
  </xsl:template>

  <xsl:template match="PARAG[not(ancestor::QUOT.S)]" mode="member" priority="1">
    <clause kind="paragraph" number="{NO.PARAG}" line="{foedera:line()}">
      <xsl:call-template name="wording-of">
        <xsl:with-param name="parts" select="*[not(self::NO.PARAG)]"/>
      </xsl:call-template>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="member" name="paragraph">
    <xsl:if test="normalize-space() != ''">
      <clause kind="paragraph" line="{foedera:line()}">
        <xsl:call-template name="wording-of">
          <xsl:with-param name="parts" select="."/>
        </xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template name="wording">
    <xsl:call-template name="wording-of">
      <xsl:with-param name="parts" select="*"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="wording-of">
    <xsl:param name="parts"/>
    <text><content><xsl:apply-templates select="$parts" mode="words"/></content></text>
    <xsl:apply-templates select="$parts/descendant-or-self::QUOT.S[not(ancestor::QUOT.S)]"/>
    <xsl:apply-templates select="$parts/descendant-or-self::NOTE[not(ancestor::NOTE or ancestor::QUOT.S)]"/>
  </xsl:template>

  <xsl:template match="QUOT.S">
    <clause kind="quotation" line="{foedera:line()}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
      <xsl:apply-templates select=".//NOTE[not(ancestor::NOTE)]"/>
    </clause>
  </xsl:template>

  <xsl:template match="NOTE">
    <clause kind="note" number="{substring(@NOTE.ID, 2) + 0}" line="{foedera:line()}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>

  <!-- The reading text. -->
  <xsl:template match="text()" mode="words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="NOTE | BIB.INSTANCE | INCL.ELEMENT | processing-instruction() | comment()" mode="words"/>

  <xsl:template match="*" mode="words-of-number">
    <xsl:apply-templates select="node()[not(self::NOTE)]" mode="words-of-number"/>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="text()" mode="words-of-number"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="QUOT.S" mode="words">
    <xsl:if test="ancestor::QUOT.S"><xsl:apply-templates mode="words"/></xsl:if>
  </xsl:template>

  <!-- Quotation marks are empty elements that name the character. -->
  <xsl:template match="QUOT.START | QUOT.END" mode="words">
    <xsl:variable name="code" select="translate(@CODE, 'abcdef', 'ABCDEF')"/>
    <xsl:choose>
      <xsl:when test="$code = '2018'">‘</xsl:when>
      <xsl:when test="$code = '2019'">’</xsl:when>
      <xsl:when test="$code = '201A'">‚</xsl:when>
      <xsl:when test="$code = '201C'">“</xsl:when>
      <xsl:when test="$code = '201D'">”</xsl:when>
      <xsl:when test="$code = '201E'">„</xsl:when>
      <xsl:when test="$code = '00AB'">«</xsl:when>
      <xsl:when test="$code = '00BB'">»</xsl:when>
      <xsl:when test="$code = '2039'">‹</xsl:when>
      <xsl:when test="$code = '203A'">›</xsl:when>
      <xsl:otherwise>"</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="P | ALINEA | TI | STI | TI.ART | STI.ART | ITEM | NP | VISA | CONSID | GR.CONSID.INIT | PREAMBLE.INIT
                       | PREAMBLE.FINAL | PARAG | ARTICLE | LIST | SIGNATORY | PL.DATE | DLIST.ITEM | TBL | ROW | GR.TBL"
                mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="TITLE//P | SIGNATORY//P" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="NO.P | NO.PARAG | TERM | PREFIX" mode="words">
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="ALINEA[preceding-sibling::*[1][self::NO.PARAG]]" mode="words" priority="1">
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <xsl:template match="CELL" mode="words">
    <xsl:if test="preceding-sibling::CELL"> | </xsl:if>
    <xsl:apply-templates mode="words-in-cell"/>
  </xsl:template>
  <xsl:template match="text()" mode="words-in-cell"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="words-in-cell">
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="node()[not(self::NOTE)]" mode="words-in-cell"/>
  </xsl:template>
</xsl:stylesheet>
