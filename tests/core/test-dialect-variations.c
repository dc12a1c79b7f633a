/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <locale.h>

#include "test-dialect-files.h"

/* The same dialect is written in many ways: documents beside one another, treaties in schedules and volumes, notes apart
 * from the text. Whatever the way, all of it comes in and is called what it is. */

static const char *
get_form (TestFile *file,
          guint     position)
{
  return foed_record_get_term (test_file_get_instrument (file, position), FOED_FIELD_FORM)->nick;
}

static const char *
get_kind (TestFile *file)
{
  return foed_record_get_term (file->document, FOED_FIELD_KIND)->nick;
}

/* The documents of a collection stand in components beside it. */
static void
test_akn_components (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<akomaNtoso><documentCollection name='pack'><meta/><coverPage><container name='a'><block name='b'>Cover</block></container>"
    "</coverPage><preface><p><docTitle>Pack</docTitle></p></preface><collectionBody><interstitial><p>First the letter.</p>"
    "</interstitial><component><documentRef href='#c1'/></component></collectionBody></documentCollection>"
    "<components><component eId='c1'><doc name='letter'><meta/><preface><p>Letter</p></preface><mainBody><p>Dear all.</p>"
    "</mainBody></doc></component><component eId='c2'><doc name='treaty'><meta/><preface><p><docTitle>Treaty of Klow</docTitle></p>"
    "</preface><mainBody><article><num>Article 1</num><content><p>Peace.</p></content></article></mainBody></doc></component>"
    "</components></akomaNtoso>");

  g_assert_cmpstr (get_kind (file), ==, "treaty");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 3);
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (file, 0), "preamble", NULL), ==, "Cover\nFirst the letter.");
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (file, 1), "paragraph", NULL), ==, "Dear all.");
  g_assert_cmpstr (get_form (file, 2), ==, "treaty");
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (file, 2), "article", "1"), ==, "Peace.");
}

/* In version 2 they stand in the body of the collection itself. */
static void
test_akn_collection_body (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<akomaNtoso xmlns='http://www.akomantoso.org/2.0'><documentCollection name='bill'><meta/><collectionBody><bill><meta/>"
    "<preface><longTitle><p>An Act to keep the peace</p></longTitle></preface><body><section><num>1</num><content><p>Keep it.</p>"
    "</content></section></body></bill><doc name='memorandum'><meta/><mainBody><p>Why.</p></mainBody></doc></collectionBody>"
    "</documentCollection></akomaNtoso>");

  g_assert_cmpstr (get_kind (file), ==, "law");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 2);
  g_assert_cmpstr (foed_record_get_text (test_file_get_instrument (file, 0), FOED_FIELD_TITLE), ==, "An Act to keep the peace");
  g_assert_cmpstr (test_get_wording (file->document, "article", "1"), ==, "Keep it.");
  g_assert_cmpstr (test_get_wording (test_file_get_instrument (file, 1), "paragraph", NULL), ==, "Why.");
}

static void
test_akn_frame (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<akomaNtoso><act><meta><notes><note xml:id='n1' marker='*'><p>Kept apart.</p></note></notes></meta>"
    "<coverPage><p>Kingdom</p><toc><tocItem>Article 1</tocItem></toc></coverPage>"
    "<preface><longTitle><p>An Act about much</p></longTitle><p><docTitle>Act 7</docTitle></p></preface>"
    "<body><article><num>1</num><content><p>One<noteRef href='#n1'/>.</p></content></article></body></act></akomaNtoso>");

  g_assert_cmpstr (foed_record_get_text (file->document, FOED_FIELD_TITLE), ==, "Act 7");
  g_assert_cmpstr (test_get_wording (file->document, "preamble", NULL), ==, "Kingdom");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_CLAUSE, "preamble"), ==, 2);
  g_assert_cmpstr (test_get_wording (file->document, "note", "*"), ==, "Kept apart.");
}

/* Acts of Canada schedule treaties in groups of their own. */
static void
test_lims_groups (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<Statute xml:lang='en'><Identification><ShortTitle>Conventions Act</ShortTitle></Identification><Body><Section>"
    "<Label>1</Label><Text>The Convention is approved.</Text></Section></Body>"
    "<Schedule><ScheduleFormHeading><Label>SCHEDULE I</Label></ScheduleFormHeading><DocumentInternal>"
    "<Provision><Text>Convention of Klow of August 12, 1949</Text></Provision>"
    "<Provision><Text>The undersigned have agreed:</Text></Provision>"
    "<Group><GroupHeading><Label>CHAPTER I</Label><TitleText>General</TitleText></GroupHeading>"
    "<Group><GroupHeading><Label>Article 1</Label></GroupHeading><Provision><Text>Respect it.</Text></Provision></Group>"
    "<Group><GroupHeading><TitleText>Article 2 — Cases</TitleText></GroupHeading><Provision><Text>In all cases:</Text></Provision>"
    "<Provision><Label>(1)</Label><Text>war;</Text></Provision></Group></Group>"
    "<GroupHeading><TitleText>Article 3</TitleText></GroupHeading><Provision><Text>Flat.</Text></Provision>"
    "<Group><GroupHeading><Label>Article 4</Label></GroupHeading><Provision><Text>Last.</Text></Provision></Group>"
    "<Provision><Text>In witness whereof they signed.</Text></Provision></DocumentInternal>"
    "<Schedule><ScheduleFormHeading><Label>ANNEX I</Label></ScheduleFormHeading><DocumentInternal><GroupHeading><TitleText>"
    "Article 1</TitleText></GroupHeading><Provision><Text>Cards.</Text></Provision></DocumentInternal></Schedule></Schedule></Statute>");
  FoedRecord *treaty = test_file_get_instrument (file, 1);

  g_assert_cmpstr (get_kind (file), ==, "treaty");
  g_assert_cmpstr (get_form (file, 0), ==, "law");
  g_assert_cmpstr (get_form (file, 1), ==, "treaty");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 2);
  g_assert_cmpstr (foed_record_get_text (treaty, FOED_FIELD_TITLE), ==, "Convention of Klow of August 12, 1949");
  g_assert_cmpstr (test_get_value (file, treaty, FOED_FIELD_SIGNED), ==, "1949-08-12?");
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "article"), ==, 5);
  g_assert_cmpstr (test_get_wording (treaty, "article", "1"), ==, "Respect it.");
  g_assert_cmpstr (foed_record_get_text (test_find (treaty, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "2"), FOED_FIELD_TITLE),
                   ==, "Cases");
  g_assert_cmpstr (test_get_wording (treaty, "paragraph", "(1)"), ==, "war;");
  g_assert_cmpstr (test_get_wording (treaty, "article", "3"), ==, "Flat.");
  g_assert_cmpstr (test_get_wording (treaty, "final", NULL), ==, "In witness whereof they signed.");
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "annex"), ==, 1);
}

/* Others stand in the schedule beside a heading of the treaty, and begin with an empty paragraph. */
static void
test_lims_schedule (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<Regulation xml:lang='en'><Identification><LongTitle>Proclamation</LongTitle></Identification>"
    "<Schedule><ConventionAgreementTreaty><Heading level='1'><TitleText>Agreement on Pensions</TitleText></Heading>"
    "</ConventionAgreementTreaty><Provision/><Provision><Text>Borduria and Syldavia,</Text></Provision>"
    "<Heading level='1'><Label>PART I</Label><TitleText>Scope</TitleText></Heading>"
    "<Heading level='2'><Label>ARTICLE I</Label></Heading><Provision><Text>Pensions.</Text></Provision>"
    "<Provision><Text>DONE at Klow this 4th day of May 1951.</Text></Provision></Schedule></Regulation>");
  FoedRecord *treaty = test_file_get_instrument (file, 1);

  g_assert_cmpstr (get_kind (file), ==, "treaty");
  g_assert_cmpstr (foed_record_get_text (treaty, FOED_FIELD_TITLE), ==, "Agreement on Pensions");
  g_assert_cmpstr (test_get_value (file, treaty, FOED_FIELD_SIGNED), ==, "1951-05-04");
  g_assert_cmpstr (test_get_wording (treaty, "preamble", NULL), ==, "Borduria and Syldavia,");
  g_assert_cmpuint (test_count (treaty, FOED_RECORD_CLAUSE, "part"), ==, 1);
  g_assert_nonnull (test_find (treaty, FOED_RECORD_CLAUSE, FOED_FIELD_NUMBER, "I"));
}

/* A volume of the Text Creation Partnership in which articles of peace stand among letters. */
static void
test_tcp_volume (void)
{
  g_autoptr (TestFile) file = test_file_read (
    "<TEI><teiHeader><fileDesc><titleStmt><title>News from abroad</title></titleStmt><publicationStmt>"
    "<idno type='TCP'>A1</idno></publicationStmt></fileDesc></teiHeader><text><body>"
    "<div type='articles'><head>Articles of Peace with Borduria</head><p>I. Peace.</p><p>II. Trade.</p></div>"
    "<div type='letter'><head>A letter</head><p>News.</p></div>"
    "<div type='articles'><head>The general Truce</head><p>I. Rest.</p></div></body></text></TEI>");

  g_assert_cmpstr (file->dialect, ==, "tei-tcp");
  g_assert_cmpstr (get_kind (file), ==, "treaty");
  g_assert_cmpuint (test_count (file->document, FOED_RECORD_INSTRUMENT, NULL), ==, 3);
  g_assert_cmpstr (get_form (file, 0), ==, "treaty");
  g_assert_cmpstr (get_form (file, 1), ==, "other");
  g_assert_cmpstr (get_form (file, 2), ==, "treaty");
}

/* That a source is printed whole makes it no treaty; that it says so and has articles does. */
static void
test_tei_kinds (void)
{
  g_autoptr (TestFile) veto = test_file_read (
    "<TEI><teiHeader><fileDesc><titleStmt><title>127 S. 1480 (Grant)</title></titleStmt><sourceDesc><p>Original.</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body><div1 type='source_full'><p>I return the bill.</p></div1></body></text></TEI>");
  g_autoptr (TestFile) treaty = test_file_read (
    "<TEI.2><teiHeader><fileDesc><titleStmt><title>Variant 04</title></titleStmt><sourceDesc><p>Original.</p></sourceDesc></fileDesc>"
    "</teiHeader><text><body><p>Articles of a treaty made at Klow, in 1851, between</p>"
    "<div1><head>ARTICLE 1.</head><p>Peace.</p></div1><div1><head>ARTICLE 2.</head><p>Roads.</p></div1></body></text></TEI.2>");

  g_assert_cmpstr (get_kind (veto), ==, "other");
  g_assert_false (foed_record_has_value (test_file_get_instrument (veto, 0), FOED_FIELD_SIGNED));
  g_assert_cmpstr (get_kind (treaty), ==, "treaty");
  g_assert_cmpuint (test_count (treaty->document, FOED_RECORD_CLAUSE, "article"), ==, 2);
}

static void
test_uslm_volume (void)
{
  g_autoptr (TestFile) volume = test_file_read (
    "<statutesAtLarge xmlns='http://schemas.gpo.gov/xml/uslm'><meta><title>Volume 63</title></meta><collection><component><document>"
    "<meta><title>North Atlantic Treaty</title><citableAs>63 Stat. 2241</citableAs></meta><main><article><num value='5'>Article 5"
    "</num><content>One for all.</content></article></main></document></component><component><pLaw><meta><title>Public Law 1</title>"
    "</meta><main><section><num value='1'/><content>Law.</content></section></main></pLaw></component></collection></statutesAtLarge>");
  g_autoptr (TestFile) amendment = test_file_read (
    "<engrossedAmendment xmlns='http://schemas.gpo.gov/xml/uslm'><amendMeta><title>AMENDMENTS to 115 HR 1</title></amendMeta>"
    "<amendMain><section><content>Resolved.</content></section><amendmentInstruction><content>Insert:<amendmentContent><section>"
    "<num value='9'/><content>New.</content></section></amendmentContent></content></amendmentInstruction></amendMain>"
    "<endorsement>Attest: the Clerk</endorsement></engrossedAmendment>");

  g_assert_cmpstr (get_kind (volume), ==, "treaty");
  g_assert_cmpuint (test_count (volume->document, FOED_RECORD_INSTRUMENT, NULL), ==, 2);
  g_assert_cmpstr (get_form (volume, 0), ==, "treaty");
  g_assert_cmpstr (test_get_wording (volume->document, "article", "5"), ==, "One for all.");
  g_assert_cmpstr (get_form (volume, 1), ==, "law");
  g_assert_cmpuint (test_count (amendment->document, FOED_RECORD_CLAUSE, "article"), ==, 1);
  g_assert_cmpstr (test_get_wording (amendment->document, "quotation", NULL), ==, "New.");
  g_assert_cmpstr (test_get_wording (amendment->document, "final", NULL), ==, "Attest: the Clerk");
}

static void
test_formex_agreements (void)
{
  g_autoptr (TestFile) protocol = test_file_read (
    "<PROT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>PROTOCOL<NOTE NOTE.ID='E0001'><P>OJ L 1.</P></NOTE></P></TI>"
    "</TITLE><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>One.</ALINEA></ARTICLE></ENACTING.TERMS></PROT>");
  g_autoptr (TestFile) annex = test_file_read (
    "<ANNEX><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>AGREEMENT on fish</P></TI></TITLE><CONTENTS>"
    "<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Fish.</ALINEA></ARTICLE></CONTENTS><FINAL><P>Done.</P></FINAL></ANNEX>");
  g_autoptr (TestFile) letters = test_file_read (
    "<AGR><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>AGREEMENT in letters</P></TI></TITLE>"
    "<LETTER><P>Sir,</P></LETTER><LETTER><P>I agree.</P></LETTER></AGR>");

  g_assert_cmpstr (get_kind (protocol), ==, "treaty");
  g_assert_cmpstr (get_form (protocol, 0), ==, "protocol");
  g_assert_cmpstr (test_get_wording (protocol->document, "note", "1"), ==, "OJ L 1.");
  g_assert_cmpstr (get_kind (annex), ==, "treaty");
  g_assert_cmpuint (test_count (annex->document, FOED_RECORD_CLAUSE, "article"), ==, 1);
  g_assert_cmpstr (get_form (letters, 0), ==, "exchange-of-notes");
  g_assert_cmpuint (test_count (letters->document, FOED_RECORD_CLAUSE, "annex"), ==, 2);
}

/* What a treaty is called. */
static void
test_names (void)
{
  static const char *const treaties[] = {
    "Warsaw Pact", "Accord de Klow", "ACCORD", "Pacte d’alliance", "Nichtangriffspakt", "Verdrag van Klow", "ДОГОВОР о дружбе",
    "Σύμβαση φιλίας", "Exchange of Letters", "Treaties Protocol No 2", "Trêve de Klow", "Convenção", "条约",
  };
  static const char *const others[] = {
    "Memorandum", "According to custom", "Impact assessment", "Patented goods", "Justice of the Peace", "Pactolus",
  };

  for (guint i = 0; i < G_N_ELEMENTS (treaties) + G_N_ELEMENTS (others); i++)
    {
      gboolean is_treaty = i < G_N_ELEMENTS (treaties);
      const char *title = is_treaty ? treaties[i] : others[i - G_N_ELEMENTS (treaties)];
      g_autofree char *xml = g_strdup_printf ("<akomaNtoso><doc><meta/><preface><p><docTitle>%s</docTitle></p></preface><mainBody>"
                                              "<p>Text.</p></mainBody></doc></akomaNtoso>", title);
      g_autoptr (TestFile) file = test_file_read (xml);

      g_test_message ("%s", title);
      g_assert_cmpstr (get_kind (file), ==, is_treaty ? "treaty" : "other");
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dialect-variations/akn/components", test_akn_components);
  g_test_add_func ("/dialect-variations/akn/collection-body", test_akn_collection_body);
  g_test_add_func ("/dialect-variations/akn/frame", test_akn_frame);
  g_test_add_func ("/dialect-variations/lims/groups", test_lims_groups);
  g_test_add_func ("/dialect-variations/lims/schedule", test_lims_schedule);
  g_test_add_func ("/dialect-variations/tcp/volume", test_tcp_volume);
  g_test_add_func ("/dialect-variations/tei/kinds", test_tei_kinds);
  g_test_add_func ("/dialect-variations/uslm/volume", test_uslm_volume);
  g_test_add_func ("/dialect-variations/formex/agreements", test_formex_agreements);
  g_test_add_func ("/dialect-variations/names", test_names);

  return g_test_run ();
}
