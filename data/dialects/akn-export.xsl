<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Akoma Ntoso 3.0 from native XML of one alliance or document with the states that it names. The record becomes a
     collection, each instrument a document of it. Ids stay what they are. Akoma Ntoso has no vague dates and no kinds of
     events; those stand beside in attributes of our own, which it allows. Coded facts (obligations, mechanisms, impacts)
     are no part of a text and are left out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:foedera="https://foedera.github.io/ns/1">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:key name="state" match="foedera:state" use="@id"/>
  <xsl:key name="joined-by" match="foedera:party" use="@instrument"/>

  <!-- A footnote without more than words, with nothing but such before it. -->
  <xsl:key name="note" use="generate-id()"
           match="foedera:clause[@kind = 'note'][not(foedera:title or foedera:summary or foedera:note or foedera:clause)][count(foedera:text) = 1]
                  [not(@begin or @end)][parent::foedera:clause]
                  [not(preceding-sibling::foedera:clause[not(@kind = 'note') or foedera:title or foedera:summary or foedera:note or foedera:clause
                                                   or count(foedera:text) != 1 or @begin or @end])]"/>

  <!-- What can stand before or after the provisions: words and footnotes. -->
  <xsl:key name="frame" use="generate-id()"
           match="foedera:instrument/foedera:clause[(@kind = 'preamble' and not(preceding-sibling::foedera:clause))
                                        or (@kind = 'final' and not(following-sibling::foedera:clause))]
                  [not(@number or @begin or @end or foedera:title or foedera:summary or foedera:note)][count(foedera:text) = 1]
                  [not(foedera:clause[not(@kind = 'note') or foedera:title or foedera:summary or foedera:note or foedera:clause or @begin or @end
                                or count(foedera:text) != 1])]"/>

  <xsl:template match="/">
    <akomaNtoso>
      <xsl:apply-templates select="foedera:foedera/foedera:alliance | foedera:foedera/foedera:document"/>
    </akomaNtoso>
  </xsl:template>

  <xsl:template match="foedera:alliance | foedera:document">
    <documentCollection name="{local-name()}">
      <meta>
        <xsl:call-template name="identification">
          <xsl:with-param name="subtype">
            <xsl:choose>
              <xsl:when test="self::foedera:document"><xsl:value-of select="@kind"/></xsl:when>
              <xsl:otherwise>treaty</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <references source="#foedera">
          <xsl:for-each select="foedera:identifier[@scheme = 'url']">
            <original href="{translate(@value, ' ', '')}" showAs="{@value}"/>
          </xsl:for-each>
          <TLCOrganization eId="foedera" href="/akn/ontology/organization/foedera" showAs="Foedera"/>
          <TLCOrganization eId="parties" href="/akn/ontology/organization/parties" showAs="The parties"/>
          <xsl:for-each select="foedera:party[not(@state = preceding-sibling::foedera:party/@state)]
                                | foedera:instrument/foedera:named-party[@state][not(@state = preceding::foedera:named-party/@state)]
                                                            [not(@state = ancestor::foedera:alliance/foedera:party/@state)]">
            <xsl:call-template name="organization"/>
          </xsl:for-each>
          <xsl:for-each select="foedera:instrument/foedera:named-party[not(@state)]">
            <xsl:call-template name="organization"/>
          </xsl:for-each>
          <xsl:for-each select="(foedera:party | foedera:instrument/foedera:named-party)/@role">
            <xsl:if test="not(. = (../preceding-sibling::*/@role | ../../preceding-sibling::foedera:instrument/foedera:named-party/@role))">
              <TLCRole eId="role.{.}" href="/akn/ontology/role/{.}" showAs="{.}"/>
            </xsl:if>
          </xsl:for-each>
          <TLCConcept eId="in-force" href="/akn/ontology/concept/in-force" showAs="In force"/>
        </references>
      </meta>
      <xsl:call-template name="preface"/>
      <collectionBody>
        <xsl:apply-templates select="foedera:instrument"/>
        <xsl:if test="not(foedera:instrument)">
          <component><interstitial><p/></interstitial></component>
        </xsl:if>
      </collectionBody>
    </documentCollection>
  </xsl:template>

  <xsl:template match="foedera:instrument">
    <component>
      <doc name="{@form}">
        <meta>
          <xsl:call-template name="identification">
            <xsl:with-param name="subtype" select="@form"/>
          </xsl:call-template>
          <xsl:call-template name="periods"/>
        </meta>
        <xsl:call-template name="preface"/>
        <xsl:for-each select="foedera:clause[@kind = 'preamble'][key('frame', generate-id())]">
          <preamble><xsl:call-template name="words"/></preamble>
        </xsl:for-each>
        <mainBody>
          <xsl:apply-templates select="foedera:clause[not(key('frame', generate-id()))]"/>
          <xsl:if test="not(foedera:clause[not(key('frame', generate-id()))])"><p/></xsl:if>
        </mainBody>
        <xsl:for-each select="foedera:clause[@kind = 'final'][key('frame', generate-id())]">
          <conclusions><xsl:call-template name="words"/></conclusions>
        </xsl:for-each>
      </doc>
    </component>
  </xsl:template>

  <!-- Addresses. No country makes a treaty: zz is the code of none. -->
  <xsl:template name="identification">
    <xsl:param name="subtype"/>
    <xsl:variable name="uri" select="concat('/akn/zz/doc/', @id)"/>
    <xsl:variable name="language">
      <xsl:choose>
        <xsl:when test=".//foedera:text"><xsl:value-of select="(.//foedera:text)[1]/@language"/></xsl:when>
        <xsl:otherwise>und</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <identification source="#foedera">
      <FRBRWork>
        <FRBRthis value="{$uri}"/>
        <FRBRuri value="{$uri}"/>
        <xsl:for-each select="foedera:name">
          <FRBRalias name="{@kind}" value="{@value}">
            <xsl:if test="@language">
              <xsl:attribute name="foedera:lang"><xsl:value-of select="@language"/></xsl:attribute>
            </xsl:if>
          </FRBRalias>
        </xsl:for-each>
        <xsl:for-each select="foedera:identifier">
          <FRBRalias name="{@scheme}" value="{@value}"/>
        </xsl:for-each>
        <xsl:call-template name="dates"/>
        <FRBRauthor href="#parties"/>
        <FRBRcountry value="zz"/>
        <FRBRsubtype value="{$subtype}"/>
      </FRBRWork>
      <FRBRExpression>
        <FRBRthis value="{$uri}/{$language}"/>
        <FRBRuri value="{$uri}/{$language}"/>
        <xsl:call-template name="no-date"/>
        <FRBRauthor href="#foedera"/>
        <FRBRlanguage language="{$language}"/>
      </FRBRExpression>
      <FRBRManifestation>
        <FRBRthis value="{$uri}/{$language}.xml"/>
        <FRBRuri value="{$uri}/{$language}.xml"/>
        <xsl:call-template name="no-date"/>
        <FRBRauthor href="#foedera"/>
        <FRBRformat value="application/akn+xml"/>
      </FRBRManifestation>
    </identification>
  </xsl:template>

  <!-- There must be a date, and this one is of nothing. -->
  <xsl:template name="no-date">
    <FRBRdate date="0001-01-01" name="unknown">
      <xsl:attribute name="foedera:edtf"/>
    </FRBRdate>
  </xsl:template>

  <xsl:template name="dates">
    <xsl:for-each select="@signed | @begin | @end">
      <FRBRdate>
        <xsl:call-template name="date"/>
        <xsl:attribute name="name">
          <xsl:choose>
            <xsl:when test="name() = 'begin'">in force</xsl:when>
            <xsl:when test="name() = 'end'">terminated</xsl:when>
            <xsl:otherwise><xsl:value-of select="name()"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </FRBRdate>
    </xsl:for-each>
    <xsl:for-each select="foedera:event">
      <FRBRdate>
        <xsl:for-each select="@begin"><xsl:call-template name="date"/></xsl:for-each>
        <xsl:attribute name="name"><xsl:value-of select="foedera:title"/></xsl:attribute>
        <xsl:attribute name="foedera:event"><xsl:value-of select="@kind"/></xsl:attribute>
      </FRBRdate>
    </xsl:for-each>
    <!-- Who came later or left earlier. -->
    <xsl:for-each select="foedera:party/@begin[not(. = ../../@begin)] | foedera:party/@end[not(. = ../../@end)]">
      <xsl:variable name="kind">
        <xsl:choose>
          <xsl:when test="name() = 'begin'">accession</xsl:when>
          <xsl:otherwise>withdrawal</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <FRBRdate>
        <xsl:call-template name="date"/>
        <xsl:attribute name="name">
          <xsl:value-of select="concat(key('state', ../@state)/foedera:title, ' (', $kind, ')')"/>
        </xsl:attribute>
        <xsl:attribute name="foedera:event"><xsl:value-of select="$kind"/></xsl:attribute>
      </FRBRdate>
    </xsl:for-each>
    <xsl:if test="not(@signed or @begin or @end or foedera:event)"><xsl:call-template name="no-date"/></xsl:if>
  </xsl:template>

  <!-- The first day that an EDTF date allows; the date itself beside it. -->
  <xsl:template name="date">
    <xsl:variable name="digits" select="translate(., '~?%', '')"/>
    <xsl:attribute name="date"><xsl:value-of select="concat($digits, substring('-01-01', string-length($digits) - 3))"/></xsl:attribute>
    <xsl:attribute name="foedera:edtf"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- When clauses hold that do not hold as long as their instrument. -->
  <xsl:template name="periods">
    <xsl:variable name="clauses" select=".//foedera:clause[@begin or @end]"/>
    <xsl:if test="$clauses">
      <lifecycle source="#foedera">
        <xsl:for-each select="$clauses/@begin | $clauses/@end">
          <eventRef eId="{name()}.{../@id}" source="#foedera">
            <xsl:call-template name="date"/>
            <xsl:attribute name="type">
              <xsl:choose>
                <xsl:when test="name() = 'begin'">amendment</xsl:when>
                <xsl:otherwise>repeal</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </eventRef>
        </xsl:for-each>
      </lifecycle>
      <temporalData source="#foedera">
        <xsl:for-each select="$clauses">
          <temporalGroup eId="period.{@id}">
            <timeInterval refersTo="#in-force">
              <xsl:for-each select="@begin"><xsl:attribute name="start">#begin.<xsl:value-of select="../@id"/></xsl:attribute></xsl:for-each>
              <xsl:for-each select="@end"><xsl:attribute name="end">#end.<xsl:value-of select="../@id"/></xsl:attribute></xsl:for-each>
            </timeInterval>
          </temporalGroup>
        </xsl:for-each>
      </temporalData>
    </xsl:if>
  </xsl:template>

  <xsl:template name="organization">
    <xsl:variable name="state" select="key('state', @state)"/>
    <xsl:variable name="iso3" select="($state/@iso3 | @iso3)[1]"/>
    <xsl:variable name="cow" select="($state/@cow | @cow)[1]"/>
    <TLCOrganization>
      <xsl:attribute name="eId"><xsl:call-template name="organization-id"/></xsl:attribute>
      <xsl:attribute name="href">
        <xsl:text>/akn/ontology/organization</xsl:text>
        <xsl:choose>
          <xsl:when test="$iso3">/iso3/<xsl:value-of select="translate($iso3, ' ', '')"/></xsl:when>
          <xsl:when test="$cow">/cow/<xsl:value-of select="$cow"/></xsl:when>
          <xsl:otherwise>/named</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="showAs"><xsl:value-of select="($state/foedera:title | @value)[1]"/></xsl:attribute>
    </TLCOrganization>
  </xsl:template>

  <xsl:template name="organization-id">
    <xsl:choose>
      <xsl:when test="@state"><xsl:value-of select="concat('state.', @state)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('party.', ../@id, '.', 1 + count(preceding-sibling::foedera:named-party))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A party stands where it became one; who joined by no instrument that is known, in the first. -->
  <xsl:template name="preface">
    <preface>
      <p><docTitle><xsl:value-of select="foedera:title"/></docTitle></p>
      <xsl:if test="foedera:summary">
        <p><remark class="foedera-summary" status="editorial"><xsl:value-of select="foedera:summary"/></remark></p>
      </xsl:if>
      <xsl:if test="self::foedera:instrument">
        <xsl:variable name="id" select="@id"/>
        <xsl:variable name="is-first" select="not(preceding-sibling::foedera:instrument)"/>
        <xsl:for-each select="foedera:named-party | key('joined-by', @id)[not(@state = preceding-sibling::foedera:party[@instrument = $id]/@state)]
                              | ../foedera:party[$is-first][not(@instrument)]
                                          [not(@state = preceding-sibling::foedera:party[not(@instrument) or @instrument = $id]/@state)]">
          <p>
            <party>
              <xsl:attribute name="refersTo">#<xsl:call-template name="organization-id"/></xsl:attribute>
              <xsl:if test="@role"><xsl:attribute name="as">#role.<xsl:value-of select="@role"/></xsl:attribute></xsl:if>
              <xsl:if test="@entry">
                <xsl:attribute name="foedera:entry"><xsl:value-of select="@entry"/></xsl:attribute>
              </xsl:if>
              <xsl:if test="@begin">
                <xsl:attribute name="foedera:begin"><xsl:value-of select="@begin"/></xsl:attribute>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="@value"><xsl:value-of select="@value"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="key('state', @state)/foedera:title"/></xsl:otherwise>
              </xsl:choose>
            </party>
          </p>
        </xsl:for-each>
      </xsl:if>
    </preface>
  </xsl:template>

  <xsl:template match="foedera:clause">
    <xsl:choose>
      <xsl:when test="@kind = 'article'"><article><xsl:call-template name="provision"/></article></xsl:when>
      <xsl:when test="@kind = 'paragraph'"><paragraph><xsl:call-template name="provision"/></paragraph></xsl:when>
      <xsl:when test="@kind = 'part' and not(ancestor::foedera:clause[@kind != 'part'])">
        <part><xsl:call-template name="provision"/></part>
      </xsl:when>
      <xsl:otherwise><hcontainer name="{@kind}"><xsl:call-template name="provision"/></hcontainer></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="provision">
    <xsl:variable name="below" select="foedera:clause[not(key('note', generate-id()))]"/>
    <xsl:attribute name="eId"><xsl:value-of select="@id"/></xsl:attribute>
    <xsl:if test="@begin or @end"><xsl:attribute name="period">#period.<xsl:value-of select="@id"/></xsl:attribute></xsl:if>
    <num><xsl:value-of select="@number"/></num>
    <xsl:if test="foedera:title"><heading><xsl:value-of select="foedera:title"/></heading></xsl:if>
    <xsl:choose>
      <xsl:when test="not($below)"><content><xsl:call-template name="words"/></content></xsl:when>
      <xsl:otherwise>
        <xsl:if test="foedera:text or foedera:summary or foedera:clause[key('note', generate-id())]">
          <intro><xsl:call-template name="words"/></intro>
        </xsl:if>
        <xsl:apply-templates select="$below"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Wordings, what we say of them, and footnotes. -->
  <xsl:template name="words">
    <xsl:variable name="language" select="(ancestor-or-self::foedera:instrument//foedera:text)[1]/@language"/>
    <xsl:if test="foedera:summary">
      <p><remark class="foedera-summary" status="editorial"><xsl:value-of select="foedera:summary"/></remark></p>
    </xsl:if>
    <xsl:for-each select="foedera:text">
      <xsl:choose>
        <xsl:when test="@language = $language and count(../foedera:text) = 1">
          <xsl:call-template name="lines"><xsl:with-param name="text" select="string(foedera:content)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <div xml:lang="{@language}">
            <xsl:call-template name="lines"><xsl:with-param name="text" select="string(foedera:content)"/></xsl:call-template>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="foedera:clause[key('note', generate-id())] | foedera:clause[key('frame', generate-id(..))]">
      <p>
        <authorialNote placement="bottom" eId="{@id}">
          <xsl:if test="@number"><xsl:attribute name="marker"><xsl:value-of select="@number"/></xsl:attribute></xsl:if>
          <xsl:if test="foedera:text/@language != $language">
            <xsl:attribute name="xml:lang"><xsl:value-of select="foedera:text/@language"/></xsl:attribute>
          </xsl:if>
          <xsl:call-template name="lines"><xsl:with-param name="text" select="string(foedera:text/foedera:content)"/></xsl:call-template>
        </authorialNote>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- A paragraph a line; where blanks matter, all as it is. -->
  <xsl:template name="lines">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#10;&#10;') or contains($text, '  ') or contains($text, '&#10; ')
                      or contains($text, ' &#10;') or contains($text, '&#9;') or starts-with($text, ' ')">
        <p xml:space="preserve"><xsl:value-of select="$text"/></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="split"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- By halves, so that a text of many lines does not go deep. -->
  <xsl:template name="split">
    <xsl:param name="text"/>
    <xsl:variable name="half" select="floor(string-length($text) div 2)"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&#10;'))"><p><xsl:value-of select="$text"/></p></xsl:when>
      <xsl:when test="contains(substring($text, $half + 1), '&#10;')">
        <xsl:call-template name="split">
          <xsl:with-param name="text" select="concat(substring($text, 1, $half), substring-before(substring($text, $half + 1), '&#10;'))"/>
        </xsl:call-template>
        <xsl:call-template name="split">
          <xsl:with-param name="text" select="substring-after(substring($text, $half + 1), '&#10;')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="split"><xsl:with-param name="text" select="substring-before($text, '&#10;')"/></xsl:call-template>
        <xsl:call-template name="split"><xsl:with-param name="text" select="substring-after($text, '&#10;')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
