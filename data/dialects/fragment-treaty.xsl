<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Tells by its title whether a text is a treaty, in the languages in which treaties and laws that approve them are found. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Names of treaties, small, with a bar behind each. A blank stands for the end of a word. -->
  <xsl:variable name="names-of-treaties">
    <xsl:text>treaty|convention| agreement|protocol|covenant|exchange of notes|exchange of letters|</xsl:text>
    <xsl:text> pact | truce | armistice | alliance | entente | concordat | articles of peace| articles of agreement|</xsl:text>
    <xsl:text> articles of capitulation| memorandum of understanding | league between | peace between |</xsl:text>
    <xsl:text>traité| accord | accords |protocole| avenant | pacte | trêve | échange de lettres| échange de notes|</xsl:text>
    <xsl:text>trattato|trattati |convenzion| accordo | accordi |protocoll| patto | tregua | scambio di |</xsl:text>
    <xsl:text>tratado| convenio | convenios | acuerdo | acordo |convenção|convención|protocolo| pacto |</xsl:text>
    <xsl:text>abkommen|übereinkommen|übereinkunft|staatsvertrag|friedensvertrag|bündnis|freundschaftsvertrag|protokoll|</xsl:text>
    <xsl:text> vertrag zwischen | vertrag über | vertrages | pakt |nichtangriffspakt|</xsl:text>
    <xsl:text>verdrag|overeenkomst|traktat|traktaat|overenskomst|konvention|sopimus|överenskommelse|fördrag|avtale mellom|</xsl:text>
    <xsl:text>umowa |konwencja|układ |porozumienie|smlouva|smluva|zmluva|dohoda |úmluva|egyezmény|szerződés|</xsl:text>
    <xsl:text>tratat|acordul |convenți|договор|договір|конвенц|соглашени|пакт |протокол|угода |</xsl:text>
    <xsl:text>συνθήκη|σύμβαση|συμφωνία|πρωτόκολλο|antlaşma|anlaşma| foedus | pactum |tractatus|</xsl:text>
    <xsl:text>معاهدة|اتفاقية|条约|條約|協定|协定|조약|협정|</xsl:text>
  </xsl:variable>

  <xsl:template name="is-treaty">
    <!-- What a publisher calls the kind of document, if anything. -->
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:call-template name="has-name-of-treaty">
      <xsl:with-param name="words"
                      select="concat(' ', normalize-space(translate(concat($name, ' ', $title),
                                     'ABCDEFGHIJKLMNOPQRSTUVWXYZſÉÈÊÀÂÔÎÛÜÖÄÁÍÓÚÇÃÕÅØÆŞŁŚĆŻАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЬЮЯІЇЄΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ.,;:()[]“”‘’«»/—–-_',
                                     'abcdefghijklmnopqrstuvwxyzséèêàâôîûüöäáíóúçãõåøæşłśćżабвгдежзийклмнопрстуфхцчшщыьюяіїєαβγδεζηθικλμνξοπρστυφχψωάέήίόύώ                       ')),
                                     ' ')"/>
      <xsl:with-param name="names" select="$names-of-treaties"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="has-name-of-treaty">
    <xsl:param name="words"/>
    <xsl:param name="names"/>
    <xsl:choose>
      <xsl:when test="$names = ''">false</xsl:when>
      <xsl:when test="contains($words, substring-before($names, '|'))">true</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="has-name-of-treaty">
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="names" select="substring-after($names, '|')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
