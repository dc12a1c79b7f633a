/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <locale.h>
#include <string.h>

#include "test-dialect-files.h"

/* One test for each oddity of the dialects as they are found in the wild. */

static void
test_tota_parties (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<treaty><meta><name>Aland - Borduria</name><treaty_identifier>7</treaty_identifier>"
    "<date_signed>1995-08-14</date_signed><date_into_force>1995-01-01</date_into_force><date_inactive/>"
    "<parties_original><partyisocode n='1'>ALD</partyisocode><partyisocode n='2'>BOR</partyisocode></parties_original>"
    "<parties><partyisocode n='1'/></parties><language>es</language>"
    "<source lang='es'>http://example.org/?q=\"WT/1\"&amp;l=3</source></meta>"
    "<body><chapter chapter_identifier='1'><article>Preámbulo\n\n\ny más</article></chapter>"
    "<chapter number='I' name='General'><article number='ARTICLE 1' name='Aim'>Uno</article>"
    "<article>Sin número</article></chapter></body></treaty>");
  FoedRecord *treaty = test_file_get_instrument (file, 0);

  g_assert_cmpuint (test_count (treaty, FOED_RECORD_NAMED_PARTY, NULL), ==, 2);
  g_assert_cmpstr (test_get_value (file, treaty, FOED_FIELD_SIGNED), ==, "1995-08-14");
  g_assert_cmpstr (test_get_value (file, treaty, FOED_FIELD_BEGIN), ==, "1995-01-01");
  g_assert_false (foed_record_has_value (treaty, FOED_FIELD_END));
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "preamble"), ==, 1);
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "article"), ==, 2);
  g_assert_cmpstr (test_get_wording (treaty, "preamble", NULL), ==, "Preámbulo\n\ny más");
  g_assert_cmpstr (test_get_wording (treaty, "article", "1"), ==, "Uno");
  g_assert_cmpstr (test_get_language (treaty, "article", "1"), ==, "es");
  g_assert_true (test_has_identifier (file->document, "url", "http://example.org/?q=\"WT/1\"&l=3"));
  g_assert_true (test_has_identifier (file->document, "tota", "7"));
}

static void
test_tota_joiners (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<treaty><meta><parties_original><partyisocode>ALD</partyisocode></parties_original>"
    "<parties><partyisocode>ALD</partyisocode><partyisocode>CAL</partyisocode></parties></meta><body/></treaty>");
  FoedRecord *joiner = test_find (test_file_get_instrument (file, 0), FOED_RECORD_NAMED_PARTY, FOED_FIELD_VALUE, "CAL");

  g_assert_nonnull (joiner);
  g_assert_cmpstr (foed_record_get_term (joiner, FOED_FIELD_ENTRY)->nick, ==, "accession");
}

static void
test_state_of_the_day (void)
{
  g_autoptr (FoedStateIndex) states = test_states (
    "<state id='empire' iso3='BOR' cow='998'><title>Bordurian Empire</title><spell end='1918-11-12'/>"
    "<succession state='union' on='1922-12-30'/></state>"
    "<state id='union' iso3='BSU' cow='998'><title>Bordurian Union</title><spell begin='1922-12-30' end='1991-12-26'/>"
    "<succession state='federation' on='1991-12-26'/></state>"
    "<state id='federation' iso3='BOR' cow='998'><title>Borduria</title><name kind='former' value='The  BÓRDURIAN land'/>"
    "<spell begin='1991-12-26'/></state>");

  g_assert_cmpstr (foed_state_index_find_iso3 (states, "bor", test_day ("1900")), ==, "empire");
  g_assert_cmpstr (foed_state_index_find_iso3 (states, "BOR", test_day ("2000")), ==, "federation");
  g_assert_null (foed_state_index_find_iso3 (states, "BOR", test_day ("1920")));
  g_assert_null (foed_state_index_find_iso3 (states, "XXX", test_day ("2000")));
  g_assert_cmpstr (foed_state_index_find_cow (states, 998, test_day ("1950")), ==, "union");
  g_assert_cmpstr (foed_state_index_find_name (states, "bórdurian LAND", test_day ("2001")), ==, "federation");
  g_assert_null (foed_state_index_find_name (states, "Bordurian Empire", test_day ("1950")));
}

static void
test_parties_by_state (void)
{
  g_autoptr (FoedStateIndex) states = test_states (
    "<state id='borduria' iso3='BOR'><title>Borduria</title><spell begin='1991'/></state>");
  g_autoptr (TestFile) file = test_file_read_with (
    "<treaty><meta><date_signed>1995-08-14</date_signed><parties_original><partyisocode>BOR</partyisocode>\n"
    "<partyisocode>SYL</partyisocode></parties_original></meta><body/></treaty>", FALSE, states);
  FoedRecord *treaty = test_file_get_instrument (file, 0);
  FoedRecord *known = test_find (treaty, FOED_RECORD_NAMED_PARTY, FOED_FIELD_VALUE, "BOR");
  FoedRecord *unknown = test_find (treaty, FOED_RECORD_NAMED_PARTY, FOED_FIELD_VALUE, "SYL");

  g_assert_cmpstr (foed_record_get_reference (known, FOED_FIELD_STATE), ==, "borduria");
  g_assert_null (foed_record_get_reference (unknown, FOED_FIELD_STATE));
  g_assert_cmpstr (foed_record_get_text (unknown, FOED_FIELD_ISO3), ==, "SYL");
  test_assert_problem (file, "party", 2, "SYL");
}

static void
test_tei_essay (void)
{
  g_autoptr (TestFile) essay = test_file_read (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>"
    "<title>On the <title>Treaty of <hi>Klow</hi></title></title></titleStmt></fileDesc></teiHeader>"
    "<text><front><div1><docAuthor>A. Scholar</docAuthor></div1></front>"
    "<body><p>Article 2 is what this is about.</p></body><back><div1><bibl>A book</bibl></div1></back></text></TEI>");

  g_assert_cmpstr (foed_record_get_term (essay->document, FOED_FIELD_KIND)->nick, ==, "other");
  g_assert_cmpstr (foed_record_get_text (essay->document, FOED_FIELD_TITLE), ==, "On the Treaty of Klow");
  g_assert_cmpstr (foed_record_get_term (test_file_get_instrument (essay, 0), FOED_FIELD_FORM)->nick, ==, "other");
  g_assert_cmpuint (test_count (essay->document, FOED_RECORD_OBLIGATION, NULL), ==, 0);
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (essay, 0), "paragraph", NULL), !=, NULL);
}

static void
test_tei_p4_reading_text (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<?xml version='1.0'?><?xml-stylesheet href='x.xsl' type='text/xsl'?>"
    "<!DOCTYPE TEI.2 PUBLIC '-//TEI P4//DTD Main Document Type//EN' 'missing.dtd'>\r\n"
    "<TEI.2 id='treaty.7'><teiHeader><fileDesc><titleStmt><title>Early Treaties</title></titleStmt>"
    "<publicationStmt><publisher>Klow &amp;#8211; Press</publisher></publicationStmt>"
    "<notesStmt><note type='project'>Deed &amp;#8211; of Klow, 1726.</note></notesStmt></fileDesc>"
    "<revisionDesc><change><date>2005-13-09</date></change><change><date>2006-02-10</date></change></revisionDesc>"
    "</teiHeader>\r\n<text><body><div1><p>Of <orig reg='Virginia'>V<hi>IRGINIA</hi></orig>,\r\n"
    "<orig reg='Philip'/>P<hi>HILIP</hi> the <abbr expan='Governor'>Gov<hi>r</hi></abbr> <sic corr='swore'>swor</sic>"
    "<note n='1'>A remark.</note>.<lb/>Done.</p></div1></body></text></TEI.2>");
  FoedRecord *deed = test_file_get_instrument (file, 0);

  g_assert_cmpstr (foed_record_get_term (file->document, FOED_FIELD_KIND)->nick, ==, "treaty");
  g_assert_cmpstr (foed_record_get_text (deed, FOED_FIELD_TITLE), ==, "Deed – of Klow, 1726.");
  g_assert_cmpstr (test_get_value (file, deed, FOED_FIELD_SIGNED), ==, "1726?");
  g_assert_cmpstr (test_get_wording (deed, "paragraph", NULL), ==,
                   "Of Virginia, PHILIP the Govr swore. Done.");
  g_assert_cmpstr (test_get_wording (deed, "note", "1"), ==, "A remark.");
  g_assert_cmpstr (test_get_language (deed, "paragraph", NULL), ==, "und");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_EVENT, "other"), ==, 1);
  test_assert_problem (file, "date", 0, "2005-13-09");
  test_assert_problem (file, "escaped", 0, "twice");
}

static void
test_tei_tcp (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Two treaties</title></titleStmt>"
    "<publicationStmt><idno type='DLPS'>N1</idno></publicationStmt></fileDesc></teiHeader><text><body>"
    "<div type='treaty'><head>Treaty of Alliance</head><p>Whereas it is ſo,</p>"
    "<p n='1'>I. The moſt Chri<g ref='char:EOLhyphen'/>ſtian King<gap><desc>••</desc></gap></p><p>and more.</p>"
    "<p n='2'>II. The end.</p><closer><dateline>Done at Paris, <date>this ſixth day of February, one thou"
    "<g ref='char:EOLhyphen'/>ſand ſeven hundred and ſeventy-eight.</date></dateline></closer></div>"
    "<div type='treaty'><head>Treaty of Peace</head><p><label>ARTICLE I.</label> Peace.</p><p>ART. II. More.</p>"
    "<div type='article' n='3'><head>ARTICLE III.</head><p>Third.</p></div>"
    "<closer><dateline><date>the 3d day of Jumad 1211, correſponding with the 3d day of January, 1797</date></dateline></closer>"
    "</div></body></text></TEI>");
  FoedRecord *alliance = test_file_get_instrument (file, 0);
  FoedRecord *peace = test_file_get_instrument (file, 1);

  g_assert_cmpstr (file->dialect, ==, "tei-tcp");
  g_assert_cmpstr (test_get_value (file, alliance, FOED_FIELD_SIGNED), ==, "1778-02-06");
  g_assert_cmpstr (test_get_value (file, peace, FOED_FIELD_SIGNED), ==, "1797-01-03");
  g_assert_cmpstr (test_get_wording (alliance, "preamble", NULL), ==, "Whereas it is ſo,");
  g_assert_cmpstr (test_get_wording (alliance, "article", "I"), ==, "I. The moſt Chriſtian King••\nand more.");
  g_assert_cmpstr (test_get_wording (alliance, "article", "II"), ==, "II. The end.");
  g_assert_cmpstr (test_get_wording (peace, "article", "I"), ==, "ARTICLE I. Peace.");
  g_assert_cmpstr (test_get_wording (peace, "article", "II"), ==, "ART. II. More.");
  g_assert_cmpstr (test_get_wording (peace, "article", "III"), ==, "Third.");
}

static void
test_east_india (void)
{
  static const char xml[] =
    "<?xml version='1.0'?>\n<!DOCTYPE source SYSTEM 'file://example.invalid/EastIndiaCompany.dtd'>\n"
    "<source><text index='SIND' pages='678'><sourceDesc>Paper by <person><rank>CAPTAIN</rank><name>HADDOCK</name></person>"
    " for the <politicalEntity>Company</politicalEntity>, dated <date calendar='islamic'><day>18</day>th <month altspell='x'>"
    "Mohurrum</month></date> or <date calendar='gregorian'><day>22</day>nd <month>September</month><year>1758</year></date>"
    "</sourceDesc><maintext><contract><intro>So:</intro><article number='1'>One&amp;c.</article></contract></maintext>"
    "<signatories><line>%s</line></signatories></text></source>";
  g_autofree char *plain = g_strdup_printf (xml, "Signed");
  g_autofree char *with_entity = g_strdup_printf (xml, "&sig; HADDOCK");
  g_autoptr (TestFile) file = test_file_read (plain);
  g_autoptr (TestFile) refused = test_file_read_with (with_entity, FALSE, NULL);
  g_autoptr (TestFile) repaired = test_file_read_with (with_entity, TRUE, NULL);
  FoedRecord *paper = test_file_get_instrument (file, 0);

  g_assert_cmpstr (test_get_value (file, paper, FOED_FIELD_SIGNED), ==, "1758-09-22");
  g_assert_nonnull (test_find (paper, FOED_RECORD_NAMED_PARTY, FOED_FIELD_VALUE, "CAPTAIN HADDOCK"));
  g_assert_nonnull (test_find (paper, FOED_RECORD_NAMED_PARTY, FOED_FIELD_VALUE, "Company"));
  g_assert_cmpstr (test_get_wording (paper, "article", "1"), ==, "One&c.");
  g_assert_null (refused->document);
  test_assert_problem (refused, "entity", 3, "sig");
  g_assert_nonnull (repaired->document);
  test_assert_problem (repaired, "entity", 3, "sig");
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (repaired, 0), "final", NULL), ==, "[sig] HADDOCK");
}

#define AKN(kind, meta, rest) "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><" kind ">" \
  "<meta><identification><FRBRWork>" meta "</FRBRWork><FRBRExpression><FRBRlanguage language='eng'/></FRBRExpression>" \
  "</identification></meta>" rest "</" kind "></akomaNtoso>"

static void
test_akn_sentinels (void)
{
  g_autoptr (TestFile) file = test_file_read (
    AKN ("act", "<FRBRthis value='/akn/x/act/1'/><FRBRdate date='2999-01-01' name=''/>\n"
                "<FRBRdate date='2001-02-03' name=''/><FRBRdate date='2002-02-03' name='entryIntoForce'/>",
         "<preface><p><docTitle>An Act</docTitle></p></preface><body><article><num>Article 1</num></article></body>"));

  test_assert_problem (file, "sentinel", 0, "2999-01-01");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_EVENT, NULL), ==, 2);
  g_assert_cmpstr (test_get_value (file, test_file_get_instrument (file, 0), FOED_FIELD_BEGIN), ==, "2002-02-03");
  g_assert_cmpstr (foed_record_get_term (file->document, FOED_FIELD_KIND)->nick, ==, "law");
}

static void
test_akn_sections (void)
{
  g_autoptr (TestFile) german = test_file_read (
    "<akn:akomaNtoso xmlns:akn='http://Inhaltsdaten.LegalDocML.de/1.8.2/'><akn:act><akn:meta/><akn:body>"
    "<akn:section><akn:num>Abschnitt 1</akn:num><akn:article><akn:num>§ 1</akn:num></akn:article>"
    "<akn:article><akn:num>§ 2</akn:num></akn:article></akn:section></akn:body></akn:act></akn:akomaNtoso>");
  g_autoptr (TestFile) british = test_file_read (
    "<akomaNtoso xmlns='http://www.akomantoso.org/2.0'><act><meta/><body><part><num>Part 1</num>"
    "<section><num>1</num><subsection><num>(1)</num><content><p>One.</p></content></subsection></section></part></body></act>"
    "</akomaNtoso>");

  g_assert_cmpuint (test_count (german->document, FOED_RECORD_CLAUSE, "article"), ==, 2);
  g_assert_cmpuint (test_count (german->document, FOED_RECORD_CLAUSE, "part"), ==, 1);
  g_assert_cmpuint (test_count (british->document, FOED_RECORD_CLAUSE, "article"), ==, 1);
  g_assert_cmpuint (test_count (british->document, FOED_RECORD_CLAUSE, "part"), ==, 1);
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (british, 0), "paragraph", "(1)"), ==, "One.");
}

static void
test_akn_quotations (void)
{
  g_autoptr (TestFile) file = test_file_read (
    AKN ("act", "", "<body><article><num>Article 1er A</num><heading>Change</heading><content><p>Replace:<mod>"
                    "<quotedStructure><article><num>5</num><content><p>Quoted.</p></content></article></quotedStructure></mod>"
                    "</p></content></article><article><num>2</num><content><p>Διεθνής<authorialNote marker='*'><p>Note.</p>"
                    "</authorialNote></p></content></article><article><num>2</num></article></body>"));
  FoedRecord *act = test_file_get_instrument (file, 0);

  g_assert_cmpuint (test_count (act, FOED_RECORD_CLAUSE, "article"), ==, 3);
  g_assert_cmpuint (test_count (act, FOED_RECORD_CLAUSE, "quotation"), ==, 1);
  g_assert_cmpstr (test_get_wording (act, "article", "1er A"), ==, "Replace:");
  g_assert_cmpstr (test_get_wording (act, "quotation", NULL), ==, "5 Quoted.");
  g_assert_cmpstr (test_get_wording (act, "article", "2"), ==, "Διεθνής");
  g_assert_cmpstr (test_get_wording (act, "note", "*"), ==, "Note.");
}

static void
test_akn_attached_treaty (void)
{
  g_autoptr (TestFile) file = test_file_read (
    AKN ("act", "", "<body><article><num>Article unique.</num><alinea><content><p>Est approuvée la Convention.</p></content>"
                    "</alinea></article></body><attachments><attachment><doc><meta/><mainBody>"
                    "<alinea><content><p>CONVENTION</p><p>entre l'Aland et la Bordurie</p></content></alinea>"
                    "<article><num>Article 1</num><alinea><content><p>La présente convention s'applique aux personnes qui sont "
                    "des résidents de la Bordurie ou de l'Aland.</p></content></alinea></article></mainBody></doc></attachment>"
                    "<attachment><heading>Annex I</heading><doc><meta/><mainBody><p>A list</p></mainBody></doc></attachment>"
                    "</attachments>"));

  g_assert_cmpstr (foed_record_get_term (file->document, FOED_FIELD_KIND)->nick, ==, "treaty");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 2);
  g_assert_cmpstr (foed_record_get_term (test_file_get_instrument (file, 0), FOED_FIELD_FORM)->nick, ==, "law");
  g_assert_cmpuint (test_count (test_file_get_instrument (file, 0), FOED_RECORD_CLAUSE, "annex"), ==, 1);
  g_assert_cmpstr (foed_record_get_text (test_file_get_instrument (file, 1), FOED_FIELD_TITLE), ==,
                   "CONVENTION entre l'Aland et la Bordurie");
  g_assert_cmpstr (foed_record_get_term (test_file_get_instrument (file, 1), FOED_FIELD_FORM)->nick, ==, "treaty");
  g_assert_cmpstr (test_get_language (test_file_get_instrument (file, 1), "article", "1"), ==, "fr");
}

static void
test_akn_order (void)
{
  g_autoptr (TestFile) file = test_file_read (
    AKN ("act", "", "<body><article><num>1</num><intro><p>Before</p></intro><paragraph><num>(a)</num><content><p>A</p></content>"
                    "</paragraph><wrapUp><p>After</p></wrapUp></article></body>"));
  FoedRecord *article = test_find (file->document, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "1");

  g_assert_cmpuint (test_count (article, FOED_RECORD_CLAUSE, "paragraph"), ==, 2);
  g_assert_cmpstr (test_get_wording (file->document, "article", "1"), ==, "Before");
  g_assert_cmpstr (test_get_wording (article, "paragraph", NULL), ==, "After");
}

static void
test_akn_edges (void)
{
  g_autoptr (TestFile) empty = test_file_read (AKN ("act", "", "<body><part><num>1</num></part></body>"));
  g_autoptr (TestFile) instructions = test_file_read (
    "<?xml version='1.0'?><?one?><!-- --><?two x?><!DOCTYPE akomaNtoso SYSTEM 'note.dtd'>"
    "<akomaNtoso><act><meta/><body><article><num>1</num></article></body></act></akomaNtoso>");
  g_autoptr (TestFile) same_id = test_file_read (
    "<akomaNtoso><act><meta/><body>\n<article xml:id='a'><num>1</num></article><article xml:id='a'/></body></act></akomaNtoso>");

  g_assert_cmpuint (test_count (empty->document, FOED_RECORD_CLAUSE, "part"), ==, 1);
  g_assert_cmpuint (test_count (instructions->document, FOED_RECORD_CLAUSE, "article"), ==, 1);
  g_assert_cmpuint (test_count (same_id->document, FOED_RECORD_CLAUSE, "article"), ==, 2);
  test_assert_problem (same_id, "valid", 2, "already defined");
}

static void
test_lims (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><Statute xmlns:lims='http://example.org/lims' xml:lang='en'"
    " lims:inforce-start-date='2002-12-31'><Identification><LongTitle>An Act about a treaty</LongTitle>"
    "<Chapter><ConsolidatedNumber>P-24</ConsolidatedNumber></Chapter></Identification>"
    "<Body><Section><MarginalNote>Approval</MarginalNote><Label>1</Label><Text>Approved.</Text></Section></Body>"
    "<Schedule><ConventionAgreementTreaty><Heading level='1'><TitleText>AGREEMENT ON PEACE</TitleText></Heading>"
    "<Provision><Text>The parties,</Text></Provision>"
    "<Heading level='1'><Label>PART I</Label><TitleText>General</TitleText></Heading>"
    "<Heading level='2'><Label>ARTICLE I</Label><TitleText>Aim</TitleText></Heading>"
    "<Provision><Label>1</Label><Text>First.</Text><Provision><Label>“22.3 (1)</Label><Text>Quoted.</Text></Provision></Provision>"
    "<Provision><Label>2</Label><Text>Second.</Text></Provision>"
    "<Heading level='2'><Label>Article 2</Label></Heading><Provision><Text>Plain.</Text></Provision>"
    "</ConventionAgreementTreaty></Schedule></Statute>");
  FoedRecord *law = test_file_get_instrument (file, 0);
  FoedRecord *treaty = test_file_get_instrument (file, 1);

  g_assert_cmpstr (foed_record_get_term (law, FOED_FIELD_FORM)->nick, ==, "law");
  g_assert_cmpstr (test_get_wording (law, "article", "1"), ==, "Approved.");
  g_assert_cmpstr (foed_record_get_text (treaty, FOED_FIELD_TITLE), ==, "AGREEMENT ON PEACE");
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "article"), ==, 2);
  g_assert_cmpstr (test_get_wording (treaty, "preamble", NULL), ==, "The parties,");
  g_assert_cmpstr (test_get_wording (treaty, "article", "2"), ==, "Plain.");
  g_assert_cmpstr (test_get_wording (treaty, "paragraph", "2"), ==, "Second.");
  g_assert_cmpstr (test_get_wording (treaty, "paragraph", "“22.3 (1)"), ==, "Quoted.");
  g_assert_cmpuint (test_count (test_find (treaty, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "PART I"), FOED_RECORD_CLAUSE,
                                "article"), ==, 2);
  g_assert_true (test_has_identifier (file->document, "series", "P-24"));
}

static void
test_clml (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<Legislation xmlns='http://www.legislation.gov.uk/namespaces/legislation' xmlns:ukm='m' xmlns:dc='d'>"
    "<ukm:Metadata><dc:identifier>http://www.legislation.gov.uk/id/eut/teu</dc:identifier><dc:title>Treaty on Unity</dc:title>"
    "<ukm:EUMetadata><ukm:DocumentClassification><ukm:DocumentMainType Value='EuropeanUnionTreaty'/></ukm:DocumentClassification>"
    "<ukm:EnactmentDate Date='1992-02-07'/></ukm:EUMetadata></ukm:Metadata>"
    "<EURetained><EUBody><EUTitle><Number>TITLE V</Number><Title>Security</Title><P1group><Title>Defence</Title>"
    "<P1 id='article-42' RestrictStartDate='2009-12-01'><Pnumber>Article 42</Pnumber><P1para><P2><Pnumber>7</Pnumber><P2para>"
    "<Text>Aid<FootnoteRef Ref='f1'/> and <Addition>assistance</Addition>.<CommentaryRef Ref='c1'/></Text></P2para></P2></P1para>"
    "</P1></P1group></EUTitle></EUBody>"
    "<Attachments><Attachment><EURetained><EUPrelims><MultilineTitle><Text>PROTOCOL (No 1)</Text></MultilineTitle></EUPrelims>"
    "<EUBody><P1><Pnumber>Article 1</Pnumber><P1para><Text>One.</Text></P1para></P1></EUBody></EURetained></Attachment>"
    "<Attachment Status='Repealed'><EURetained><EUPrelims><MultilineTitle><Text>PROTOCOL (No 2)</Text></MultilineTitle>"
    "</EUPrelims><EUBody><P1><Pnumber>Article 1</Pnumber></P1></EUBody></EURetained></Attachment></Attachments></EURetained>"
    "<Footnotes><Footnote id='f1'><FootnoteText><Para><Text>A footnote.</Text></Para></FootnoteText></Footnote></Footnotes>"
    "<Commentaries><Commentary id='c1'><Para><Text>A comment.</Text></Para></Commentary></Commentaries></Legislation>");
  FoedRecord *treaty = test_file_get_instrument (file, 0);

  g_assert_cmpstr (test_get_value (file, treaty, FOED_FIELD_SIGNED), ==, "1992-02-07");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 2);
  g_assert_cmpstr (foed_record_get_text (test_file_get_instrument (file, 1), FOED_FIELD_TITLE), ==, "PROTOCOL (No 1)");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_CLAUSE, "article"), ==, 2);
  g_assert_cmpstr (test_get_wording (treaty, "paragraph", "7"), ==, "Aid and assistance.");
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "note"), ==, 2);
  g_assert_cmpstr (foed_record_get_text (test_find (treaty, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "42"), FOED_FIELD_TITLE),
                   ==, "Defence");
}

static void
test_formex (void)
{
  g_autoptr (TestFile) agreement = test_file_read (
    "<AGR><BIB.INSTANCE><DATE ISO='19920502'>19920502</DATE><LG.DOC>EN</LG.DOC></BIB.INSTANCE>"
    "<TITLE><TI><P>AGREEMENT</P><P>on peace</P></TI></TITLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>PART I</P></TI>"
    "<STI><P>Aims</P></STI></TITLE><ARTICLE IDENTIFIER='001'><TI.ART>Article 1</TI.ART><STI.ART>Aim</STI.ART>"
    "<PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>Say <QUOT.START CODE='2018'/>peace<QUOT.END CODE='2019'/><NOTE NOTE.ID='E0003'><P>"
    "Note.</P></NOTE>.</ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS>"
    "<FINAL><SIGNATURE><PL.DATE><P>Done at Klow, <DATE ISO='19920503'>3 May</DATE></P></PL.DATE></SIGNATURE></FINAL></AGR>");
  g_autoptr (TestFile) envelope = test_file_read (
    "<DOC><BIB.DOC><NO.ELI>ELI:x</NO.ELI></BIB.DOC><PUBLICATION.REF><COLL>L</COLL><DATE ISO='20240322'/></PUBLICATION.REF>"
    "<FMX><DOC.MAIN.PUB><LG.DOC>EN</LG.DOC><REF.PHYS FILE='a.xml'/></DOC.MAIN.PUB></FMX>"
    "<PDF><TITLE><TI><P>Regulation</P></TI></TITLE></PDF></DOC>");
  FoedRecord *treaty = test_file_get_instrument (agreement, 0);

  g_assert_cmpstr (foed_record_get_text (treaty, FOED_FIELD_TITLE), ==, "AGREEMENT on peace");
  g_assert_cmpstr (test_get_value (agreement, treaty, FOED_FIELD_SIGNED), ==, "1992-05-03");
  g_assert_cmpstr (test_get_wording (treaty, "paragraph", "1"), ==, "Say ‘peace’.");
  g_assert_cmpstr (test_get_wording (treaty, "note", "3"), ==, "Note.");
  g_assert_cmpstr (test_get_language (treaty, "paragraph", "1"), ==, "en");
  g_assert_cmpstr (foed_record_get_term (envelope->document, FOED_FIELD_KIND)->nick, ==, "other");
  g_assert_cmpuint (test_count (envelope->document, FOED_RECORD_INSTRUMENT, NULL), ==, 0);
  g_assert_true (test_has_identifier (envelope->document, "own", "a.xml"));
}

static void
test_uslm (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<resolution xmlns='http://schemas.gpo.gov/xml/uslm' xmlns:dc='d' xml:lang='en'><meta><dc:title>A Resolution</dc:title>"
    "<docNumber>18</docNumber></meta><main><section><num value='1'>SECTION 1. </num><heading>USE.</heading>"
    "<subsection><num>(a)</num><content>Text.</content></subsection><content><quotedContent><section><num>9</num></section>"
    "</quotedContent></content></section></main></resolution>");

  g_assert_cmpstr (file->dialect, ==, "uslm");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_CLAUSE, "article"), ==, 1);
  g_assert_cmpstr (test_get_wording (file->document, "paragraph", "(a)"), ==, "Text.");
  g_assert_nonnull (test_find (file->document, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "1"));
}

/* Refusals and repairs */

typedef struct
{
  const char *name;
  const char *xml;
  const char *rule;
  int         line;
  const char *says;
} Refusal;

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (TestFile) file = test_file_read_with (refusal->xml, FALSE, NULL);

  g_assert_null (file->document);
  test_assert_problem (file, refusal->rule, refusal->line, refusal->says);
}

static const Refusal refusals[] = {
  { "web-page", "<html><body/></html>", "root", 1, "web page" },
  { "unknown-root", "<?xml version='1.0'?>\n<recipe/>", "root", 2, "recipe" },
  { "not-xml", "A, B\n1, 2\n", "well-formed", 1, NULL },
  { "empty", "", "well-formed", 1, "empty" },
  { "unclosed-cdata", "<treaty><meta/>\n<body><![CDATA[x</body></treaty>", "well-formed", 2, NULL },
  { "duplicate-attribute", "<treaty><meta/>\n<body a='1' a='2'/></treaty>", "well-formed", 2, NULL },
  { "unclosed-element", "<treaty><meta>\n</treaty>", "well-formed", 2, NULL },
  { "bare-ampersand", "<treaty><meta><name>\nA & B</name></meta></treaty>", "well-formed", 2, "bare" },
  { "html-entity", "<treaty><meta>\n\n<name>A&eacute;</name></meta></treaty>", "entity", 3, "eacute" },
  { "own-entity", "<!DOCTYPE treaty [<!ENTITY x 'y'>]>\n<treaty><meta><name>&x;</name></meta></treaty>", "entity", 2, "x" },
  { "wrong-encoding", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<treaty><meta>\n<name>Caf\xc3\xa9</name></meta></treaty>",
    "encoding", 3, "iso-8859-1" },
  { "no-encoding", "<treaty><meta><name>\nCaf\xe9</name></meta></treaty>", "encoding", 2, "UTF-8" },
  { "entity-bomb",
    "<!DOCTYPE treaty [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
    "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]>\n"
    "<treaty><meta><name>&f;</name></meta></treaty>", "entity", 2, "f" },
  { "external-entity", "<!DOCTYPE treaty [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<treaty><meta><name>&x;</name></meta></treaty>",
    "entity", 2, "x" },
};

static void
test_lenient (void)
{
  g_autoptr (TestFile) letters = test_file_read_with ("<treaty><meta><name>\nCaf\xe9 \xe2\x80\x93 \x93x\x94</name></meta></treaty>", TRUE, NULL);
  g_autoptr (TestFile) declared = test_file_read_with (
    "<?xml version='1.0' encoding='ISO-8859-1'?>\n<treaty><meta><name>Caf\xc3\xa9</name></meta></treaty>", TRUE, NULL);
  g_autoptr (TestFile) latin = test_file_read (
    "<?xml version='1.0' encoding='ISO-8859-1'?>\n<treaty><meta><name>Caf\xe9</name></meta></treaty>");
  g_autoptr (TestFile) entities = test_file_read_with (
    "<!DOCTYPE treaty [<!ENTITY co 'Klow &#38; Co'><!ENTITY go \"Gone\"><!-- > -->]>\n"
    "<treaty><meta><name>&eacute;&go;&what; A & B &amp; &lt;</name></meta></treaty>", TRUE, NULL);
  g_autoptr (TestFile) broken = test_file_read_with (
    "<treaty><meta><name>A</name></meta><body><chapter number='1'>\n<article number='1'>One &amp; <b>two</article></chapter>", TRUE, NULL);

  g_assert_cmpstr (foed_record_get_text (letters->document, FOED_FIELD_TITLE), ==, "Café – “x”");
  test_assert_problem (letters, "encoding", 2, "Windows-1252");
  g_assert_cmpstr (foed_record_get_text (declared->document, FOED_FIELD_TITLE), ==, "Café");
  test_assert_problem (declared, "encoding", 2, "iso-8859-1");
  g_assert_cmpstr (foed_record_get_text (latin->document, FOED_FIELD_TITLE), ==, "Café");
  g_assert_cmpstr (foed_record_get_text (entities->document, FOED_FIELD_TITLE), ==, "éGone[what] A & B & <");
  test_assert_problem (entities, "entity", 2, "eacute");
  test_assert_problem (entities, "entity", 2, "what");
  test_assert_problem (entities, "ampersand", 2, NULL);
  g_assert_cmpstr (test_get_wording (broken->document, "article", "1"), ==, "One & two");
  test_assert_problem (broken, "well-formed", 2, NULL);
}

/* A file of one line in which everything has to be repaired takes no longer than it has letters. */
static void
test_one_line (void)
{
  g_autoptr (GString) xml = g_string_new ("<treaty><meta><name>é");
  g_autoptr (TestFile) file = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (xml, "& ");

  g_string_append (xml, "</name></meta></treaty>");
  file = test_file_read_with (xml->str, TRUE, NULL);
  g_assert_nonnull (file->document);
  g_assert_cmpint (foed_problem_get_column (foed_report_get_problem (file->report, 0)), ==, 22);
  g_assert_cmpint (foed_problem_get_column (foed_report_get_problem (file->report, 1)), ==, 24);
}

/* A text that has a hundred thousand elements in a hundred levels is read; one of a thousand levels is refused. */
static void
test_depth (void)
{
  g_autoptr (GString) xml = g_string_new ("<akomaNtoso><act><meta/><body>");
  g_autoptr (TestFile) file = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (xml, "<section>");

  for (guint i = 0; i < 1000; i++)
    g_string_append (xml, "</section>");

  g_string_append (xml, "</body></act></akomaNtoso>");
  file = test_file_read_with (xml->str, FALSE, NULL);
  g_assert_null (file->document);
  g_assert_cmpuint (foed_report_get_n_errors (file->report), >, 0);
}

static void
test_recognition (void)
{
  g_autoptr (FoedDialects) dialects = foed_dialects_new (NULL);
  static const char *const roots[][2] = {
    { "<x:akomaNtoso xmlns:x='urn:any'><x:bill/></x:akomaNtoso>", "akoma-ntoso" },
    { "<TEI><teiHeader><idno type='TCP'>A1</idno></teiHeader></TEI>", "tei-tcp" },
    { "<TEI><teiHeader><idno>A1</idno></teiHeader></TEI>", "tei" },
    { "<TEI.2><teiHeader/></TEI.2>", "tei-p4" },
    { "<treaty><meta/></treaty>", "tota" },
    { "<source><text/></source>", "east-india" },
    { "<Legislation><Metadata/></Legislation>", "clml" },
    { "<ANNEX><BIB.INSTANCE/></ANNEX>", "formex" },
    { "<Regulation><Identification/></Regulation>", "lims" },
    { "<pLaw><meta/></pLaw>", "uslm" },
    { "<treaty><other/></treaty>", NULL },
    { "<source><nothing/></source>", NULL },
    { "<TEI><teiHeader>\n<broken", "tei" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (roots[i][0], strlen (roots[i][0]));
      FoedDialect *dialect = foed_dialects_recognise (dialects, bytes, NULL);

      g_assert_cmpstr (dialect == NULL ? NULL : foed_dialect_get_nick (dialect), ==, roots[i][1]);
    }

  for (guint i = 0; i < foed_dialects_get_n (dialects); i++)
    {
      g_autofree char *label = foed_dialect_dup_label (foed_dialects_get (dialects, i));
      g_autofree char *cannot_tell = foed_dialect_dup_cannot_tell (foed_dialects_get (dialects, i));

      g_assert_cmpstr (label, !=, foed_dialect_get_nick (foed_dialects_get (dialects, i)));
      g_assert_cmpuint (strlen (cannot_tell), >, 20);
    }
}

/* What a document says is read again as native XML, and the same file is the same record. */
static void
test_native_again (void)
{
  static const char xml[] =
    "<treaty><meta><name>A - B</name><treaty_identifier>7</treaty_identifier><date_notification>1999-01-02</date_notification>"
    "<parties_original><partyisocode>ALD</partyisocode></parties_original></meta><body><chapter number='1' name='x'>"
    "<article number='1'> A \n\n B </article></chapter></body></treaty>";
  g_autoptr (TestFile) once = test_file_read (xml);
  g_autoptr (TestFile) twice = test_file_read (xml);

  g_assert_true (foed_record_equal (once->document, twice->document));
  test_assert_native (once->document);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dialects/recognition", test_recognition);
  g_test_add_func ("/dialects/native-again", test_native_again);
  g_test_add_func ("/dialects/state-of-the-day", test_state_of_the_day);
  g_test_add_func ("/dialects/parties-by-state", test_parties_by_state);
  g_test_add_func ("/dialects/tota/parties", test_tota_parties);
  g_test_add_func ("/dialects/tota/joiners", test_tota_joiners);
  g_test_add_func ("/dialects/tei/essay", test_tei_essay);
  g_test_add_func ("/dialects/tei/p4-reading-text", test_tei_p4_reading_text);
  g_test_add_func ("/dialects/tei/tcp", test_tei_tcp);
  g_test_add_func ("/dialects/east-india", test_east_india);
  g_test_add_func ("/dialects/akn/sentinels", test_akn_sentinels);
  g_test_add_func ("/dialects/akn/sections", test_akn_sections);
  g_test_add_func ("/dialects/akn/quotations", test_akn_quotations);
  g_test_add_func ("/dialects/akn/attached-treaty", test_akn_attached_treaty);
  g_test_add_func ("/dialects/akn/order", test_akn_order);
  g_test_add_func ("/dialects/akn/edges", test_akn_edges);
  g_test_add_func ("/dialects/lims", test_lims);
  g_test_add_func ("/dialects/clml", test_clml);
  g_test_add_func ("/dialects/formex", test_formex);
  g_test_add_func ("/dialects/uslm", test_uslm);
  g_test_add_func ("/dialects/lenient", test_lenient);
  g_test_add_func ("/dialects/one-line", test_one_line);
  g_test_add_func ("/dialects/depth", test_depth);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dialects/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }

  return g_test_run ();
}
