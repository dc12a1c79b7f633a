<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Scholarly editions in TEI, P4 and P5. The title of the header is often that of the project; the treaty's own stands
     in a note or at the head of the text. Essays about treaties look much alike: they have authors and a bibliography. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>
  <xsl:include href="foedera:fragment-tei.xsl"/>

  <xsl:template match="TEI | TEI.2" mode="document">
    <xsl:variable name="header" select="teiHeader/fileDesc"/>
    <xsl:variable name="own-title" select="normalize-space($header/notesStmt/note[@type = 'project'])"/>
    <xsl:variable name="heading"><xsl:apply-templates select="(text/body/head | text/body/*[1]/head)[1]" mode="words"/></xsl:variable>
    <xsl:variable name="project"><xsl:apply-templates select="$header/titleStmt/title[1]" mode="words"/></xsl:variable>
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="$own-title != ''"><xsl:value-of select="$own-title"/></xsl:when>
        <xsl:when test="normalize-space($project) != ''"><xsl:value-of select="normalize-space($project)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space($heading)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <!-- Where the title tells nothing, a text in articles tells by its first words. -->
    <xsl:variable name="articles" select="text/body/*[starts-with(translate(normalize-space(head), 'article', 'ARTICLE'), 'ART')]
                                          | text/body/*[key('opening', generate-id())]"/>
    <xsl:variable name="start">
      <xsl:if test="count($articles) &gt; 1"><xsl:apply-templates select="(text/body//p)[1]" mode="words"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="starts-like-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="title" select="substring($start, 1, 300)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="sounds-like-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="title" select="concat($title, ' ', $heading)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="is-essay" select="boolean(text/front//docAuthor or text/back//bibl or text/body//listBibl
                                                  or normalize-space($header/sourceDesc) = 'Original.')"/>
    <xsl:variable name="is-source" select="boolean($own-title != '' or text//*[@type = 'treaty' or @type = 'article']
                                                   or (text//*[@type = 'source_full'] and $sounds-like-treaty = 'true'))"/>
    <xsl:variable name="is-treaty"
                  select="normalize-space(text) != '' and ($is-source or $starts-like-treaty = 'true'
                                                           or ($sounds-like-treaty = 'true' and not($is-essay)))"/>
    <xsl:variable name="id" select="(@xml:id | @id)[1]"/>
    <document id="{$id}" line="{foedera:line()}"
              language="{(@xml:lang | text/@xml:lang | text/@lang | teiHeader/profileDesc/langUsage/language/@ident
                          | teiHeader/profileDesc/langUsage/language/@id)[1]}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="$is-treaty">treaty</xsl:when>
          <xsl:otherwise>other</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:value-of select="$title"/></title>
      <note><xsl:value-of select="normalize-space($header/notesStmt/note[@type = 'source'])"/></note>
      <xsl:if test="$own-title != ''">
        <name kind="other" value="{normalize-space($project)}"/>
      </xsl:if>
      <xsl:if test="$header/notesStmt/note[@type = 'label']">
        <name kind="other" value="{$header/notesStmt/note[@type = 'label']}"/>
      </xsl:if>
      <identifier scheme="own" value="{$id}"/>
      <xsl:for-each select="$header/publicationStmt/idno[. != $id]">
        <identifier scheme="own" value="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$header//ref[starts-with(@target, 'http')] | $header/publicationStmt/ptr[@target]">
        <identifier scheme="url" value="{@target}"/>
      </xsl:for-each>
      <instrument line="{foedera:line()}">
        <xsl:choose>
          <xsl:when test="$is-treaty">
            <xsl:attribute name="form">treaty</xsl:attribute>
            <xsl:variable name="date"><xsl:call-template name="date-of-treaty"/></xsl:variable>
            <xsl:choose>
              <xsl:when test="$date != ''"><xsl:attribute name="signed"><xsl:value-of select="$date"/></xsl:attribute></xsl:when>
              <xsl:when test="foedera:date($title) != ''">
                <!-- What the title says may be when it was signed, or when something else was. -->
                <xsl:attribute name="signed"><xsl:value-of select="concat(foedera:date($title), '?')"/></xsl:attribute>
              </xsl:when>
            </xsl:choose>
          </xsl:when>
          <xsl:otherwise><xsl:attribute name="form">other</xsl:attribute></xsl:otherwise>
        </xsl:choose>
        <title><xsl:value-of select="$title"/></title>
        <xsl:apply-templates select="text/front | text/body | text/group/text/body | text/back" mode="provisions"/>
        <xsl:apply-templates select="text/front/docDate[@when] | text//dateline/date[@when]" mode="event"/>
      </instrument>
      <xsl:apply-templates select="$header/editionStmt/edition/date | $header/publicationStmt/date
                                   | $header/sourceDesc//imprint/date | teiHeader/revisionDesc/change/date
                                   | teiHeader/revisionDesc/change[@when]" mode="event"/>
    </document>
  </xsl:template>

  <xsl:template name="date-of-treaty">
    <xsl:variable name="marked" select="(text//closer//date | text//dateline/date | text/front/docDate)[1]"/>
    <xsl:variable name="words"><xsl:apply-templates select="$marked" mode="words"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$marked/@when"><xsl:value-of select="$marked/@when"/></xsl:when>
      <xsl:when test="$marked/@value"><xsl:value-of select="$marked/@value"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="foedera:date($words)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="event">
    <event kind="other" line="{foedera:line()}">
      <xsl:attribute name="begin">
        <xsl:choose>
          <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
          <xsl:when test="@value"><xsl:value-of select="@value"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="translate(normalize-space(.), '().', '')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="ancestor::revisionDesc">Revision of the file</xsl:when>
          <xsl:when test="ancestor::sourceDesc">Publication of the source</xsl:when>
          <xsl:when test="ancestor::teiHeader">Edition</xsl:when>
          <xsl:otherwise>Date in the text</xsl:otherwise>
        </xsl:choose>
      </title>
    </event>
  </xsl:template>
</xsl:stylesheet>
