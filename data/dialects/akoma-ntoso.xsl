<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="akoma-ntoso" root="akomaNtoso"
                   child="act bill doc judgment debate debateReport documentCollection portion officialGazette
                          amendment amendmentList statement">
    <foedera:label>Akoma Ntoso 2 and 3</foedera:label>
    <foedera:cannot-tell>Who the parties of a treaty are, unless they are marked, and on which day a treaty was signed,
      unless a date is named so.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-treaty.xsl"/>
  <xsl:include href="foedera:fragment-text.xsl"/>

  <!-- Provisions: what stands in the hierarchy of a text and is not quoted from another. Within an article, what has no
       number and holds nothing numbered is the wording of what it stands in. -->
  <xsl:key name="provision" use="generate-id()"
           match="/ | article[not(ancestor::quotedStructure)]
                  | section[not(ancestor::quotedStructure)]
                  | part[not(ancestor::quotedStructure)] | subpart[not(ancestor::quotedStructure)]
                  | title[not(ancestor::quotedStructure)] | subtitle[not(ancestor::quotedStructure)]
                  | book[not(ancestor::quotedStructure)] | tome[not(ancestor::quotedStructure)]
                  | chapter[not(ancestor::quotedStructure)] | subchapter[not(ancestor::quotedStructure)]
                  | division[not(ancestor::quotedStructure)] | subdivision[not(ancestor::quotedStructure)]
                  | subsection[num][not(ancestor::quotedStructure)]
                  | rule[num][not(ancestor::quotedStructure)] | subrule[num][not(ancestor::quotedStructure)]
                  | clause[num][not(ancestor::quotedStructure)] | subclause[num][not(ancestor::quotedStructure)]
                  | paragraph[num or heading][not(ancestor::quotedStructure)]
                  | subparagraph[num][not(ancestor::quotedStructure)]
                  | point[num][not(ancestor::quotedStructure)] | indent[num][not(ancestor::quotedStructure)]
                  | proviso[num][not(ancestor::quotedStructure)] | transitional[num][not(ancestor::quotedStructure)]
                  | level[num or heading][not(ancestor::quotedStructure)]
                  | hcontainer[num or heading or contains(' annex declaration final note preamble quotation ',
                                                          concat(' ', @name, ' '))][not(ancestor::quotedStructure)]
                  | alinea[num][not(ancestor::quotedStructure)]
                  | tblock[num or heading][not(ancestor::quotedStructure)]"/>

  <!-- A section that holds articles is a division above them; otherwise it is the provision itself. -->
  <xsl:key name="article" use="generate-id()"
           match="/ | article[not(ancestor::quotedStructure)]
                  | section[not(.//article)][not(ancestor::section or ancestor::article or ancestor::quotedStructure)]"/>

  <xsl:key name="note" match="/ | notes/note" use="concat('#', (@eId | @id | @xml:id)[1])"/>

  <!-- What Foedera writes where Akoma Ntoso has no place for a date or a kind. -->
  <xsl:key name="event" match="eventRef[@edtf]" use="@eId"/>
  <xsl:key name="period" match="temporalGroup" use="@eId"/>

  <!-- Subtypes that say what an instrument is. -->
  <xsl:variable name="forms-of-instruments"
                select="concat(' ', normalize-space('treaty protocol executive-agreement exchange-of-notes convention charter
                               declaration communique memorandum secret-annex decision law other'), ' ')"/>
  <xsl:variable name="kinds-of-names" select="' official short other former '"/>
  <xsl:variable name="schemes"
                select="concat(' ', normalize-space('atop cow unts unts-registration lnts tias ust celex doi isbn url series
                               dcad tota wto-rta eli frbr same-as own'), ' ')"/>

  <xsl:template match="/akomaNtoso">
    <foedera>
      <xsl:apply-templates select="(*[not(self::components)] | components)[meta or .//meta][1]" mode="document"/>
    </foedera>
  </xsl:template>

  <xsl:template match="*" mode="document">
    <xsl:variable name="identification" select="(meta | .//meta)[1]/identification"/>
    <xsl:variable name="kind">
      <xsl:call-template name="kind-of-document"/>
    </xsl:variable>
    <document id="{($identification/FRBRExpression/FRBRthis | $identification/FRBRExpression/FRBRuri
                    | $identification/FRBRWork/FRBRthis | $identification/FRBRWork/FRBRuri)
                   /@value[normalize-space() != ''][1]}"
              kind="{$kind}" language="{($identification/FRBRExpression/FRBRlanguage/@language[. != '']
                          | .//jolux[@name = 'language'])[1]}"
              line="{foedera:line()}">
      <title><xsl:call-template name="title"/></title>
      <xsl:call-template name="summary"/>
      <xsl:for-each select="(preface | coverPage)//shortTitle">
        <name kind="short" value="{.}"/>
      </xsl:for-each>
      <xsl:call-template name="names">
        <xsl:with-param name="identification" select="$identification"/>
      </xsl:call-template>
      <xsl:call-template name="identifiers">
        <xsl:with-param name="identification" select="$identification"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="instrument"/>
      <xsl:apply-templates select="self::documentCollection/meta/identification/FRBRWork/FRBRdate[@edtf]" mode="event"/>
    </document>
  </xsl:template>

  <!-- A collection or gazette holds documents and is none. They stand in its body, or in components beside it that the body
       refers to. What it says itself comes first. -->
  <xsl:template match="documentCollection | officialGazette | amendmentList | components" mode="instrument">
    <xsl:variable name="body" select="collectionBody | body"/>
    <xsl:variable name="words"><xsl:apply-templates select="coverPage | preface" mode="lines"/></xsl:variable>
    <xsl:variable name="parts" select="preamble | conclusions | $body/interstitial | $body/component/interstitial"/>
    <xsl:if test="normalize-space($words) != '' or $parts[normalize-space() != '']">
      <instrument form="other" line="{foedera:line()}">
        <title><xsl:call-template name="title"/></title>
        <clause kind="preamble" line="{foedera:line()}">
          <text>
            <content>
              <xsl:apply-templates select="coverPage | preface" mode="lines"/>
              <xsl:apply-templates select="$parts" mode="words"/>
            </content>
          </text>
        </clause>
      </instrument>
    </xsl:if>
    <xsl:apply-templates select="$body/*[meta] | $body/component/*[meta] | component/*[meta] | components/component/*[meta]
                                 | attachments/attachment/*[meta] | following-sibling::components/component/*[meta]"
                         mode="instrument"/>
  </xsl:template>

  <xsl:template match="*" mode="instrument">
    <xsl:variable name="form">
      <xsl:call-template name="form-of-instrument"/>
    </xsl:variable>
    <xsl:variable name="work" select="meta/identification/FRBRWork"/>
    <xsl:variable name="dates" select="$work/FRBRdate[@edtf][not(@event)]"/>
    <xsl:variable name="signed">
      <xsl:choose>
        <xsl:when test="$dates"><xsl:value-of select="$dates[@name = 'signed']/@edtf"/></xsl:when>
        <xsl:when test="$work/FRBRdate[contains(translate(@name, 'SIGNFRMAU', 'signfrmau'), 'sign')
                                       or contains(translate(@name, 'SIGNFRMAU', 'signfrmau'), 'firma')]">
          <xsl:value-of select="$work/FRBRdate[contains(translate(@name, 'SIGNFRMAU', 'signfrmau'), 'sign')
                                               or contains(translate(@name, 'SIGNFRMAU', 'signfrmau'), 'firma')]/@date"/>
        </xsl:when>
        <xsl:when test="$form = 'treaty' or $form = 'protocol'"><xsl:value-of select="preface//docDate/@date"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="language" select="meta/identification/FRBRExpression/FRBRlanguage/@language"/>
    <instrument form="{$form}" signed="{$signed}" line="{foedera:line()}"
                language="{concat($language, substring('und', 1, 3 * (string($language) = '') * boolean(ancestor::attachment)))}"
                begin="{($dates[@name = 'in force']/@edtf
                         | $work/FRBRdate[not(@edtf)][contains(translate(@name, 'INFORCE', 'inforce'), 'force')]/@date)[1]}"
                end="{($dates[@name = 'terminated']/@edtf
                       | $work/FRBRdate[not(@edtf)][contains(translate(@name, 'ENDREPAL', 'endrepal'), 'repeal')
                                                    or contains(translate(@name, 'ENDREPAL', 'endrepal'), 'terminat')
                                                    or translate(@name, 'END', 'end') = 'end']/@date)[1]}">
      <title><xsl:call-template name="title"/></title>
      <xsl:call-template name="summary"/>
      <xsl:if test="ancestor::attachment or ancestor::component or ancestor::collectionBody">
        <xsl:call-template name="names">
          <xsl:with-param name="identification" select="meta/identification"/>
        </xsl:call-template>
        <xsl:call-template name="identifiers">
          <xsl:with-param name="identification" select="meta/identification"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="(preface | preamble | coverPage)//party"/>
      <xsl:apply-templates select="coverPage | preface | preamble" mode="frame"/>
      <xsl:apply-templates select="(body | mainBody | amendmentBody | portionBody)/*" mode="member"/>
      <xsl:apply-templates select="debateBody/* | judgmentBody/*" mode="passage"/>
      <xsl:apply-templates select="conclusions" mode="frame"/>
      <xsl:apply-templates select="attachments/attachment/* | components/component/* | following-sibling::components/component/*"
                           mode="annex"/>
      <xsl:apply-templates select="meta/identification/*/FRBRdate[not(@edtf)] | meta/lifecycle/eventRef[not(@edtf)]
                                   | preface//docDate[@date]"
                           mode="event"/>
    </instrument>
    <xsl:apply-templates select="attachments/attachment/* | components/component/* | following-sibling::components/component/*"
                         mode="treaty"/>
  </xsl:template>

  <!-- What is attached is a treaty of its own or an annex. -->
  <xsl:template match="documentRef | num | heading | subheading" mode="annex"/>

  <xsl:template match="interstitial" mode="annex">
    <clause kind="note" line="{foedera:line()}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>
  <xsl:template match="documentRef | interstitial | num | heading | subheading" mode="treaty"/>

  <xsl:template match="*" mode="treaty">
    <xsl:variable name="form">
      <xsl:call-template name="form-of-instrument"/>
    </xsl:variable>
    <xsl:if test="$form = 'treaty' or $form = 'protocol'">
      <xsl:apply-templates select="." mode="instrument"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="annex">
    <xsl:variable name="form">
      <xsl:call-template name="form-of-instrument"/>
    </xsl:variable>
    <xsl:if test="$form != 'treaty' and $form != 'protocol'">
      <clause kind="annex" number="{preface//docNumber | mainBody/num | ../num}" line="{foedera:line()}">
        <title>
          <xsl:choose>
            <xsl:when test="../heading"><xsl:apply-templates select="../heading" mode="words"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="title"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <xsl:apply-templates select="coverPage | preface | preamble" mode="frame"/>
        <xsl:apply-templates select="body | mainBody" mode="children"/>
        <xsl:apply-templates select="conclusions" mode="frame"/>
        <xsl:apply-templates select="attachments/attachment/* | components/component/*" mode="annex"/>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template name="form-of-instrument">
    <xsl:variable name="title"><xsl:call-template name="title"/></xsl:variable>
    <xsl:variable name="heading"><xsl:value-of select="ancestor::attachment[1]/heading"/></xsl:variable>
    <xsl:variable name="is-treaty">
      <xsl:call-template name="is-treaty">
        <xsl:with-param name="name" select="concat(@name, ' ', preface//docType)"/>
        <xsl:with-param name="title" select="concat($title, ' ', $heading)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="subtype" select="meta/identification/FRBRWork/FRBRsubtype/@value"/>
    <xsl:choose>
      <xsl:when test="contains($forms-of-instruments, concat(' ', $subtype, ' '))"><xsl:value-of select="$subtype"/></xsl:when>
      <xsl:when test="$is-treaty = 'true' and (self::doc or self::portion or parent::attachment or parent::component or parent::collectionBody)
                      and not(self::act or self::bill)">
        <xsl:choose>
          <xsl:when test="starts-with(translate(normalize-space($title), 'PROTCL', 'protcl'), 'protocol')">protocol</xsl:when>
          <xsl:otherwise>treaty</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="self::act or self::bill">law</xsl:when>
      <xsl:otherwise>other</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="kind-of-document">
    <xsl:variable name="forms">
      <xsl:for-each select="descendant-or-self::*[meta] | following-sibling::components//*[meta]">
        <xsl:if test="meta">
          <xsl:call-template name="form-of-instrument"/>
          <xsl:text> </xsl:text>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="subtype" select="meta/identification/FRBRWork/FRBRsubtype/@value"/>
    <xsl:choose>
      <xsl:when test="self::documentCollection and ($subtype = 'treaty' or $subtype = 'law' or $subtype = 'other')">
        <xsl:value-of select="$subtype"/>
      </xsl:when>
      <xsl:when test="contains($forms, 'treaty') or contains($forms, 'protocol')">treaty</xsl:when>
      <xsl:when test="contains($forms, 'law')">law</xsl:when>
      <xsl:otherwise>other</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="title">
    <xsl:variable name="found"
                  select="(preface//docTitle | coverPage//docTitle)[normalize-space() != ''][1]"/>
    <xsl:variable name="long" select="preface//longTitle[normalize-space() != ''][1]"/>
    <xsl:variable name="short" select="(preface | coverPage)//shortTitle[normalize-space() != ''][1]"/>
    <xsl:variable name="alias" select="meta/identification/FRBRWork/FRBRalias[not(contains(@value, '/'))]/@value"/>
    <xsl:variable name="lines" select="(body | mainBody)/*[not(self::article or self::chapter or self::part)]
                                       [not(preceding-sibling::article or preceding-sibling::chapter)]
                                       /descendant-or-self::p[normalize-space() != '']"/>
    <xsl:variable name="line" select="normalize-space($lines[1])"/>
    <xsl:choose>
      <xsl:when test="$found"><xsl:apply-templates select="$found" mode="words"/></xsl:when>
      <xsl:when test="$long"><xsl:apply-templates select="$long" mode="words"/></xsl:when>
      <xsl:when test="$short"><xsl:apply-templates select="$short" mode="words"/></xsl:when>
      <xsl:when test="$alias"><xsl:value-of select="$alias"/></xsl:when>
      <xsl:when test="(body | mainBody)/heading"><xsl:value-of select="(body | mainBody)/heading"/></xsl:when>
      <xsl:when test="normalize-space(preface) != ''"><xsl:value-of select="preface//p[normalize-space() != '']"/></xsl:when>
      <xsl:when test="normalize-space(../heading) != ''"><xsl:value-of select="../heading"/></xsl:when>
      <!-- What is attached often begins with its title, in one line or two. -->
      <xsl:when test="(parent::attachment or parent::component) and $line != '' and string-length($line) &lt; 300">
        <xsl:value-of select="$line"/>
        <xsl:if test="string-length($line) &lt; 40"><xsl:text> </xsl:text><xsl:value-of select="normalize-space($lines[2])"/></xsl:if>
      </xsl:when>
      <xsl:when test="meta/identification/FRBRWork/FRBRthis/@value != ''">
        <xsl:value-of select="meta/identification/FRBRWork/FRBRthis/@value"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="summary">
    <summary><xsl:value-of select="preface/p/remark[@class = 'foedera-summary']"/></summary>
  </xsl:template>

  <xsl:template name="names">
    <xsl:param name="identification"/>
    <xsl:for-each select="$identification/FRBRWork/FRBRalias[not(contains($schemes, concat(' ', @name, ' ')))]">
      <xsl:choose>
        <xsl:when test="contains($kinds-of-names, concat(' ', @name, ' '))">
          <name kind="{@name}" language="{@lang}" value="{@value}"/>
        </xsl:when>
        <xsl:when test="not(contains(@value, '/'))"><name kind="other" value="{@value}"/></xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="identifiers">
    <xsl:param name="identification"/>
    <xsl:for-each select="$identification/FRBRWork/FRBRuri[normalize-space(@value) != '']
                          | $identification/FRBRExpression/FRBRuri[normalize-space(@value) != '']">
      <identifier value="{@value}">
        <xsl:attribute name="scheme">
          <xsl:choose>
            <xsl:when test="contains(@value, '/eli/')">eli</xsl:when>
            <xsl:when test="starts-with(@value, 'http')">url</xsl:when>
            <xsl:otherwise>frbr</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </identifier>
    </xsl:for-each>
    <xsl:for-each select="$identification/FRBRWork/FRBRalias[contains($schemes, concat(' ', @name, ' ')) or contains(@value, '/')]
                                                            [not(contains($kinds-of-names, concat(' ', @name, ' ')))]">
      <identifier value="{@value}">
        <xsl:attribute name="scheme">
          <xsl:choose>
            <xsl:when test="contains($schemes, concat(' ', @name, ' '))"><xsl:value-of select="@name"/></xsl:when>
            <xsl:when test="contains(@value, '/eli/') or @name = 'eli'">eli</xsl:when>
            <xsl:when test="starts-with(@value, 'http')">url</xsl:when>
            <xsl:otherwise>own</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </identifier>
    </xsl:for-each>
    <xsl:for-each select="$identification/../references/original[starts-with(@href, 'http')]
                                                    [not(@href = $identification/FRBRWork/FRBRalias/@value)]">
      <identifier scheme="url" value="{@href}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Parties that are marked; a code stands in the address of what they refer to. -->
  <xsl:template match="party">
    <xsl:variable name="id" select="substring-after(@refersTo, '#')"/>
    <xsl:variable name="reference" select="//references/*[(@eId | @id | @xml:id) = $id][$id != '']"/>
    <xsl:variable name="role" select="substring-after(@as, '#')"/>
    <named-party value="{.}" iso3="{substring-after($reference/@href, '/iso3/')}"
                 cow="{substring-after($reference/@href, '/cow/')}" entry="{@entry}" on="{@begin}">
      <xsl:attribute name="role">
        <xsl:choose>
          <xsl:when test="starts-with($role, 'role.')"><xsl:value-of select="substring-after($role, 'role.')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$role"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </named-party>
  </xsl:template>

  <!-- A date of ours tells its kind; the one that stands for none tells nothing. -->
  <xsl:template match="FRBRdate[@edtf]" mode="event" priority="1">
    <xsl:if test="@edtf != ''">
      <event begin="{@edtf}" line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="@event"><xsl:value-of select="@event"/></xsl:when>
            <xsl:when test="@name = 'in force'">in-force</xsl:when>
            <xsl:when test="@name = 'terminated'">ended</xsl:when>
            <xsl:otherwise>other</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <title><xsl:value-of select="@name"/></title>
      </event>
    </xsl:if>
  </xsl:template>

  <xsl:template match="FRBRdate | eventRef | docDate" mode="event">
    <xsl:variable name="name" select="translate(concat(@name, ' ', @type), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                                                'abcdefghijklmnopqrstuvwxyz')"/>
    <event begin="{@date}" line="{foedera:line()}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="contains($name, 'sign') or contains($name, 'firma')">signed</xsl:when>
          <xsl:when test="contains($name, 'ratif')">ratified</xsl:when>
          <xsl:when test="contains($name, 'force')">in-force</xsl:when>
          <xsl:when test="contains($name, 'publi') or contains($name, 'regist')">registered</xsl:when>
          <xsl:when test="contains($name, 'amend')">amended</xsl:when>
          <xsl:when test="contains($name, 'repeal') or contains($name, 'terminat')">ended</xsl:when>
          <xsl:otherwise>other</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title>
        <xsl:choose>
          <xsl:when test="normalize-space(@name) != ''"><xsl:value-of select="@name"/></xsl:when>
          <xsl:when test="normalize-space(@type) != ''"><xsl:value-of select="@type"/></xsl:when>
          <xsl:when test="self::docDate">Date of the document</xsl:when>
          <xsl:otherwise>Date</xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="parent::FRBRWork"> (work)</xsl:when>
          <xsl:when test="parent::FRBRExpression"> (expression)</xsl:when>
          <xsl:when test="parent::FRBRManifestation"> (manifestation)</xsl:when>
        </xsl:choose>
      </title>
    </event>
  </xsl:template>

  <!-- What stands before and after the provisions. The lines of a preface that give title, date and parties are not
       said twice. -->
  <xsl:template match="preface | coverPage" mode="frame">
    <xsl:variable name="lines"><xsl:apply-templates select="." mode="lines"/></xsl:variable>
    <xsl:if test="normalize-space($lines) != '' or .//authorialNote">
      <clause kind="preamble" line="{foedera:line()}">
        <text><content><xsl:apply-templates select="." mode="lines"/></content></text>
        <xsl:call-template name="notes"><xsl:with-param name="parts" select="."/></xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <!-- Most lines are paragraphs or blocks; others stand for themselves. -->
  <xsl:template match="preface | coverPage" mode="lines">
    <xsl:variable name="has-title" select="boolean((../preface | ../coverPage)//docTitle[normalize-space() != ''])"/>
    <xsl:for-each select="(.//p | .//block | .//*[text()[normalize-space() != '']]
                                                 [not(ancestor::*[text()[normalize-space() != '']])])
                          [not(ancestor::p or ancestor::block or ancestor::authorialNote or ancestor-or-self::toc)]
                          [$has-title or not(ancestor-or-self::longTitle)]
                          [not(remark[@class = 'foedera-summary'])]
                          [normalize-space() != normalize-space(descendant-or-self::docTitle)]
                          [normalize-space() != normalize-space(descendant-or-self::docDate)]
                          [normalize-space() != normalize-space(descendant-or-self::party)]">
      <break/>
      <xsl:apply-templates select="." mode="words"/>
      <break/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="preamble | conclusions" mode="frame">
    <xsl:if test="normalize-space() != ''">
      <clause line="{foedera:line()}">
        <xsl:attribute name="kind">
          <xsl:choose>
            <xsl:when test="self::preamble">preamble</xsl:when>
            <xsl:otherwise>final</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="text"><xsl:with-param name="parts" select="."/></xsl:call-template>
        <xsl:call-template name="notes"><xsl:with-param name="parts" select="."/></xsl:call-template>
      </clause>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="passage">
    <clause kind="paragraph" number="{num}" line="{foedera:line()}">
      <title><xsl:apply-templates select="heading" mode="words"/></title>
      <xsl:call-template name="wording">
        <xsl:with-param name="parts" select="*[not(self::num or self::heading)]"/>
      </xsl:call-template>
    </clause>
  </xsl:template>

  <xsl:template match="*" mode="provision">
    <xsl:variable name="period" select="key('period', substring-after(@period, '#'))/timeInterval"/>
    <clause number="{num}" line="{foedera:line()}" language="{@xml:lang}"
            begin="{key('event', substring-after($period/@start, '#'))/@edtf}"
            end="{key('event', substring-after($period/@end, '#'))/@edtf}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="self::hcontainer
                          and contains(' annex declaration final note preamble quotation part ', concat(' ', @name, ' '))">
            <xsl:value-of select="@name"/>
          </xsl:when>
          <xsl:when test="key('article', generate-id())">article</xsl:when>
          <xsl:when test="ancestor::article or ancestor::section[key('article', generate-id())]">paragraph</xsl:when>
          <xsl:when test="self::paragraph or self::subparagraph or self::point or self::indent or self::alinea
                          or self::subsection or self::clause or self::subclause or self::rule or self::subrule
                          or self::proviso">paragraph</xsl:when>
          <xsl:otherwise>part</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <title><xsl:apply-templates select="heading | subheading" mode="words"/></title>
      <summary><xsl:value-of select="(intro | content)/p/remark[@class = 'foedera-summary']"/></summary>
      <xsl:apply-templates select="." mode="children"/>
    </clause>
  </xsl:template>

  <!-- The wording before the first provision below is the wording of this one; what follows between and after them
       comes in its place as a paragraph without a number. -->
  <xsl:template match="*" mode="children">
    <xsl:variable name="first" select="*[key('provision', generate-id()) or .//*[key('provision', generate-id())]][1]"/>
    <xsl:choose>
      <xsl:when test="not($first)">
        <xsl:call-template name="wording">
          <xsl:with-param name="parts" select="*[not(self::num or self::heading or self::subheading)]"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="n" select="count($first/preceding-sibling::*)"/>
        <xsl:call-template name="wording">
          <xsl:with-param name="parts"
                          select="*[position() &lt;= $n][not(self::num or self::heading or self::subheading)]"/>
        </xsl:call-template>
        <xsl:apply-templates select="*[position() &gt; $n]" mode="member"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="num | heading | subheading" mode="member" priority="1"/>

  <xsl:template match="*" mode="member">
    <xsl:choose>
      <xsl:when test="key('provision', generate-id())">
        <xsl:apply-templates select="." mode="provision"/>
      </xsl:when>
      <xsl:when test=".//*[key('provision', generate-id())]">
        <xsl:variable name="lead">
          <xsl:apply-templates select="text() | heading | num | intro" mode="words"/>
        </xsl:variable>
        <xsl:if test="normalize-space($lead) != ''">
          <clause kind="paragraph" line="{foedera:line()}">
            <text><content><xsl:apply-templates select="text() | heading | num | intro" mode="words"/></content></text>
          </clause>
        </xsl:if>
        <xsl:apply-templates select="*[not(self::intro)]" mode="member"/>
      </xsl:when>
      <xsl:when test="normalize-space() != ''">
        <clause kind="paragraph" line="{foedera:line()}">
          <xsl:call-template name="wording">
            <xsl:with-param name="parts" select="."/>
          </xsl:call-template>
        </clause>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="wording">
    <xsl:param name="parts"/>
    <xsl:call-template name="text"><xsl:with-param name="parts" select="$parts"/></xsl:call-template>
    <xsl:apply-templates select="$parts/descendant-or-self::quotedStructure[not(ancestor::quotedStructure)]"/>
    <xsl:call-template name="notes">
      <xsl:with-param name="parts" select="$parts | num | heading"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Notes stand where they belong, or beside the text and are referred to. -->
  <xsl:template name="notes">
    <xsl:param name="parts"/>
    <xsl:apply-templates select="$parts/descendant-or-self::authorialNote
                                 | key('note', $parts/descendant-or-self::noteRef/@href)"/>
  </xsl:template>

  <!-- Divisions in several languages are several wordings. -->
  <xsl:template name="text">
    <xsl:param name="parts"/>
    <xsl:choose>
      <xsl:when test="$parts/div[@xml:lang]">
        <xsl:for-each select="$parts/div[@xml:lang]">
          <text language="{@xml:lang}"><xsl:call-template name="content"><xsl:with-param name="parts" select="."/></xsl:call-template></text>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <text><xsl:call-template name="content"><xsl:with-param name="parts" select="$parts"/></xsl:call-template></text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="content">
    <xsl:param name="parts"/>
    <content>
      <xsl:choose>
        <xsl:when test="$parts/p[@xml:space = 'preserve'] and not($parts/*[not(self::p)])
                        and count($parts/p[not(authorialNote or remark)]) = 1">
          <xsl:attribute name="xml:space">preserve</xsl:attribute>
          <xsl:value-of select="$parts/p[@xml:space = 'preserve']"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$parts[not(self::authorialNote)] | $parts[self::authorialNote]/node()" mode="words"/>
        </xsl:otherwise>
      </xsl:choose>
    </content>
  </xsl:template>

  <!-- A provision that is quoted is none of this text. -->
  <xsl:template match="quotedStructure">
    <clause kind="quotation" line="{foedera:line()}" language="{@xml:lang}">
      <text><content><xsl:apply-templates mode="words"/></content></text>
    </clause>
  </xsl:template>

  <xsl:template match="authorialNote | note">
    <clause kind="note" number="{@marker}" line="{foedera:line()}" language="{@xml:lang}">
      <xsl:call-template name="text"><xsl:with-param name="parts" select="."/></xsl:call-template>
    </clause>
  </xsl:template>

  <xsl:template match="authorialNote | meta | documentRef | remark[@class = 'foedera-summary']" mode="words"/>

  <xsl:template match="quotedStructure" mode="words">
    <xsl:if test="ancestor::quotedStructure"><xsl:apply-templates mode="words"/></xsl:if>
  </xsl:template>

  <xsl:template match="p | block | blockContainer | intro | wrapUp | wrap | content | item | recital | recitals | citation
                       | citations | formula | longTitle | heading | subheading | crossHeading | container | article
                       | section | paragraph | subparagraph | point | alinea | list | blockList | listIntroduction
                       | listWrapUp | signature | speech | question | answer | tblock | toc | tocItem | div | li | ul | ol"
                mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <break/>
  </xsl:template>

  <!-- What follows a number stands on its line. -->
  <xsl:template match="num" mode="words">
    <break/>
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*[preceding-sibling::*[1][self::num]]" mode="words" priority="1">
    <xsl:apply-templates mode="words-after-number" select="."/>
  </xsl:template>

  <xsl:template match="*" mode="words-after-number">
    <xsl:choose>
      <xsl:when test="self::heading or self::p or self::content or self::intro">
        <xsl:apply-templates select="node()" mode="words-after-number"/>
        <break/>
      </xsl:when>
      <xsl:when test="self::authorialNote or self::quotedStructure"/>
      <xsl:otherwise><xsl:apply-templates mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="words-after-number"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="eol | br" mode="words"><break/></xsl:template>
  <xsl:template match="eop" mode="words"/>
</xsl:stylesheet>
