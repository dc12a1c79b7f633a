<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Tells by its title whether a text is a treaty, in the languages in which laws that approve treaties are found. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="is-treaty">
    <!-- What a publisher calls the kind of document, if anything. -->
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:variable name="words"
                  select="translate(normalize-space(concat($name, ' ', $title)),
                                    'ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈÊÀÂÔÎÜÖÄÁÍÓÚ', 'abcdefghijklmnopqrstuvwxyzéèêàâôîüöäáíóú')"/>
    <xsl:choose>
      <xsl:when test="contains($words, 'treaty') or contains($words, 'convention') or contains($words, 'agreement')
                      or contains($words, 'protocol') or contains($words, 'covenant') or contains($words, 'exchange of notes')
                      or contains($words, 'exchange of letters')">true</xsl:when>
      <xsl:when test="contains($words, 'traité') or contains($words, 'accord ') or contains($words, 'protocole')
                      or contains($words, 'avenant')">true</xsl:when>
      <xsl:when test="contains($words, 'trattato') or contains($words, 'convenzione') or contains($words, 'accordo')
                      or contains($words, 'protocollo')">true</xsl:when>
      <xsl:when test="contains($words, 'tratado') or contains($words, 'convenio') or contains($words, 'acuerdo')
                      or contains($words, 'acordo') or contains($words, 'convenção')">true</xsl:when>
      <xsl:when test="contains($words, 'abkommen') or contains($words, 'übereinkommen') or contains($words, 'staatsvertrag')
                      or contains($words, 'protokoll') or starts-with($words, 'vertrag')">true</xsl:when>
      <xsl:when test="contains($words, 'verdrag') or contains($words, 'overeenkomst') or contains($words, 'sopimus')
                      or contains($words, 'yleissopimus') or contains($words, 'överenskommelse')
                      or contains($words, 'fördrag') or contains($words, 'umowa') or contains($words, 'konwencja')
                      or contains($words, 'smlouva') or contains($words, 'договор')
                      or contains($words, 'конвенция')">true</xsl:when>
      <xsl:otherwise>false</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
