<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What the three kinds of TEI have in common. TEI knows no articles: an edition may mark them as divisions, as numbered
     paragraphs, or leave them to the words "Art. II." at the beginning of a paragraph. What follows such a paragraph
     without being another belongs to it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZſ'"/>
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyzs'"/>
  <xsl:variable name="numeral" select="'IVXLCDMivxlcdm0123456789.,:;-–—'"/>

  <xsl:key name="division" use="generate-id()"
           match="/ | div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7"/>

  <!-- A paragraph that opens an article. -->
  <xsl:key name="opening" use="generate-id()"
           match="/ | p[@n]
                  | p[starts-with(translate(substring(normalize-space(.), 1, 12), 'article', 'ARTICLE'), 'ART')]
                     [translate(substring-before(concat(substring-after(normalize-space(.), ' '), ' '), ' '),
                                'IVXLCDM0123456789.,:;-–—', '') = '']
                     [string-length(substring-before(concat(normalize-space(.), ' '), ' ')) &lt; 9]"/>

  <xsl:key name="closing" use="generate-id()"
           match="/ | closer | trailer | signed | postscript
                  | p[starts-with(translate(substring(normalize-space(.), 1, 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZſ',
                                            'abcdefghijklmnopqrstuvwxyzs'), 'in witness')
                      or starts-with(translate(substring(normalize-space(.), 1, 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZſ',
                                               'abcdefghijklmnopqrstuvwxyzs'), 'in faith')
                      or starts-with(translate(substring(normalize-space(.), 1, 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZſ',
                                               'abcdefghijklmnopqrstuvwxyzs'), 'in testimony')
                      or starts-with(translate(substring(normalize-space(.), 1, 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZſ',
                                               'abcdefghijklmnopqrstuvwxyzs'), 'done at')
                      or starts-with(translate(substring(normalize-space(.), 1, 20), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                                               'abcdefghijklmnopqrstuvwxyz'), 'en foi de quoi')]"/>

  <!-- What is laid out and not said. -->
  <xsl:key name="layout" use="generate-id()" match="/ | pb | lb | cb | milestone | fw | anchor | head | note"/>

  <!-- The passages that are not continued by what precedes them. -->
  <xsl:key name="start" use="generate-id()"
           match="/ | div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7 | closer | trailer | signed | postscript
                  | p[key('opening', generate-id()) or key('closing', generate-id())]"/>

  <xsl:key name="start" use="generate-id()"
           match="/ | body/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | front/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | back/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div0/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div1/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div2/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div3/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div4/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]
                  | div5/*[not(key('layout', generate-id()))]
                     [not(preceding-sibling::*[not(key('layout', generate-id()))])
                      or preceding-sibling::*[not(key('layout', generate-id()))][1]
                           [key('division', generate-id()) or self::closer or self::postscript]]"/>

  <!-- The provisions in a division or a text. -->
  <xsl:template match="*" mode="provisions">
    <xsl:apply-templates select="*[key('start', generate-id())]" mode="passage"/>
    <xsl:apply-templates select="note" mode="note"/>
  </xsl:template>

  <xsl:template match="*" mode="passage">
    <xsl:variable name="next" select="following-sibling::*[key('start', generate-id())][1]"/>
    <xsl:variable name="n">
      <xsl:choose>
        <xsl:when test="$next"><xsl:value-of select="count($next/preceding-sibling::*) - count(preceding-sibling::*) - 1"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="count(following-sibling::*)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="parts" select=". | following-sibling::*[position() &lt;= $n][not(self::head or self::note)]"/>
    <clause line="{foedera:line()}" language="{@xml:lang}">
      <xsl:choose>
        <xsl:when test="key('opening', generate-id())">
          <xsl:attribute name="kind">article</xsl:attribute>
          <xsl:attribute name="number"><xsl:call-template name="number-of-opening"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="self::postscript">
          <xsl:attribute name="kind">declaration</xsl:attribute>
        </xsl:when>
        <xsl:when test="key('closing', generate-id())">
          <xsl:attribute name="kind">final</xsl:attribute>
        </xsl:when>
        <xsl:when test="following-sibling::*[key('opening', generate-id()) or @type = 'article']
                        and not(preceding-sibling::*[key('opening', generate-id()) or @type = 'article'])">
          <xsl:attribute name="kind">preamble</xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="kind">paragraph</xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="self::postscript">
        <title><xsl:apply-templates select="head" mode="words"/></title>
      </xsl:if>
      <xsl:call-template name="wording">
        <xsl:with-param name="parts" select="$parts"/>
      </xsl:call-template>
    </clause>
  </xsl:template>

  <xsl:template match="div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="passage">
    <xsl:variable name="head"><xsl:apply-templates select="head[1]" mode="words"/></xsl:variable>
    <xsl:variable name="type" select="translate(@type, $large, $small)"/>
    <xsl:variable name="is-article">
      <xsl:call-template name="is-article-heading">
        <xsl:with-param name="heading" select="string($head)"/>
      </xsl:call-template>
    </xsl:variable>
    <clause line="{foedera:line()}" language="{@xml:lang}">
      <xsl:choose>
        <xsl:when test="$type = 'article' or ($type != 'articles' and $is-article = 'true')">
          <xsl:attribute name="kind">article</xsl:attribute>
          <xsl:attribute name="number">
            <xsl:choose>
              <xsl:when test="$is-article = 'true'">
                <xsl:call-template name="numeral-in">
                  <xsl:with-param name="text" select="normalize-space($head)"/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="@n"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <title>
            <xsl:call-template name="after-numeral">
              <xsl:with-param name="heading" select="normalize-space($head)"/>
              <xsl:with-param name="is-article" select="$is-article"/>
            </xsl:call-template>
          </title>
          <xsl:choose>
            <xsl:when test="*[key('division', generate-id())]">
              <xsl:apply-templates select="." mode="provisions"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="wording">
                <xsl:with-param name="parts" select="*[not(self::head[1] or self::note)]"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="kind">
            <xsl:choose>
              <xsl:when test="contains($type, 'preamble')">preamble</xsl:when>
              <xsl:when test="contains($type, 'note')">note</xsl:when>
              <xsl:when test="contains($type, 'appendix') or contains($type, 'annex')">annex</xsl:when>
              <xsl:when test="contains($type, 'conclusion') or contains($type, 'signat') or contains($type, 'ratif')">final</xsl:when>
              <xsl:otherwise>part</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:attribute name="number"><xsl:value-of select="@n"/></xsl:attribute>
          <title><xsl:value-of select="$head"/></title>
          <xsl:apply-templates select="." mode="provisions"/>
        </xsl:otherwise>
      </xsl:choose>
    </clause>
  </xsl:template>

  <xsl:template name="wording">
    <xsl:param name="parts"/>
    <text><content><xsl:apply-templates select="$parts" mode="words"/></content></text>
    <xsl:apply-templates select="$parts//note[not(ancestor::note)]" mode="note"/>
  </xsl:template>

  <xsl:template match="note" mode="note">
    <clause kind="note" number="{@n}" line="{foedera:line()}" language="{@xml:lang}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>

  <!-- "Article II", "ART. 2." -->
  <xsl:template name="is-article-heading">
    <xsl:param name="heading"/>
    <xsl:variable name="line" select="normalize-space($heading)"/>
    <xsl:variable name="word" select="substring-before(concat($line, ' '), ' ')"/>
    <xsl:variable name="second" select="substring-before(concat(substring-after($line, ' '), ' '), ' ')"/>
    <xsl:value-of select="starts-with(translate($word, 'article', 'ARTICLE'), 'ART') and string-length($word) &lt; 9
                          and $second != '' and translate($second, $numeral, '') = ''"/>
  </xsl:template>

  <xsl:template name="numeral-in">
    <xsl:param name="text"/>
    <xsl:value-of select="translate(substring-before(concat(substring-after($text, ' '), ' '), ' '), '.,:;–—', '')"/>
  </xsl:template>

  <xsl:template name="after-numeral">
    <xsl:param name="heading"/>
    <xsl:param name="is-article"/>
    <xsl:choose>
      <xsl:when test="$is-article = 'true'">
        <xsl:value-of select="substring-after(substring-after($heading, ' '), ' ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$heading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The numeral as it stands in the text, "II. …" or "ART. II. …", else what the edition says. -->
  <xsl:template name="number-of-opening">
    <xsl:variable name="line"><xsl:apply-templates select="." mode="words"/></xsl:variable>
    <xsl:variable name="start" select="normalize-space($line)"/>
    <xsl:variable name="prefix" select="substring-before($start, '.')"/>
    <xsl:variable name="is-article">
      <xsl:call-template name="is-article-heading">
        <xsl:with-param name="heading" select="$start"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$is-article = 'true'">
        <xsl:call-template name="numeral-in">
          <xsl:with-param name="text" select="$start"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$prefix != '' and translate($prefix, $numeral, '') = ''"><xsl:value-of select="$prefix"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@n"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The reading text. -->
  <xsl:template match="note | figDesc | teiHeader | fw" mode="words"/>

  <xsl:template match="pb | cb | milestone | anchor" mode="words"/>

  <xsl:template match="lb" mode="words">
    <xsl:choose>
      <xsl:when test="parent::head or parent::item or parent::signed or parent::dateline or parent::l"><break/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p | l | lg | list | item | head | opener | closer | dateline | signed | salute | postscript | quote[p]
                       | ab | bibl | epigraph | table | argument | byline | docAuthor | trailer | figure | sp
                       | div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <!-- Both spellings stand there: the regular one is what is read. An empty one only says what follows. -->
  <xsl:template match="orig[@reg] | sic[@corr]" mode="words">
    <xsl:if test="normalize-space(.) != ''">
      <xsl:value-of select="concat(@reg, @corr)"/>
      <xsl:if test="substring(., string-length(.)) = ' '"><xsl:text> </xsl:text></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice" mode="words">
    <xsl:choose>
      <xsl:when test="reg | corr | expan"><xsl:apply-templates select="(reg | corr | expan)[1]" mode="words"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*[1]" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="row" mode="words" priority="1">
    <break/>
    <xsl:for-each select="cell">
      <xsl:if test="position() &gt; 1"> | </xsl:if>
      <xsl:apply-templates mode="words"/>
    </xsl:for-each>
    <break/>
  </xsl:template>
</xsl:stylesheet>
