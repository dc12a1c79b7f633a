/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-code-rule-private.h"
#include "foed-members-private.h"

G_BEGIN_DECLS

/* The variables of Alliance Treaty Obligations and Provisions that are read, in the order of the alphabet. */
#define ATOP_VARIABLES(X) \
  X (ACQTERR, acqterr) \
  X (AGPROIS, agprois) \
  X (ARMRED, armred) \
  X (ASYMM, asymm) \
  X (ATOPID, atopid) \
  X (BASE, base) \
  X (BILAT, bilat) \
  X (COMPAG, compag) \
  X (CONCOADV, concoadv) \
  X (CONCOCON, concocon) \
  X (CONCOLOC, concoloc) \
  X (CONCON, concon) \
  X (CONCOREQ, concoreq) \
  X (CONDITIO, conditio) \
  X (CONMEN, conmen) \
  X (CONRES, conres) \
  X (CONSUL, consul) \
  X (CONTRIB, contrib) \
  X (CONWTIN, conwtin) \
  X (COW4ID, cow4id) \
  X (COWSYS, cowsys) \
  X (COWWAR, cowwar) \
  X (DEFCOADV, defcoadv) \
  X (DEFCOCON, defcocon) \
  X (DEFCODEM, defcodem) \
  X (DEFCOLOC, defcoloc) \
  X (DEFCON, defcon) \
  X (DEFCONPR, defconpr) \
  X (DEFCONUM, defconum) \
  X (DEFENSE, defense) \
  X (DEMWITH, demwith) \
  X (DIPAID, dipaid) \
  X (DIVGAINS, divgains) \
  X (ECAID, ecaid) \
  X (ESTMODE, estmode) \
  X (FORMAL, formal) \
  X (FUTMEM, futmem) \
  X (INEFFECT, ineffect) \
  X (INTCOM, intcom) \
  X (INTERV, interv) \
  X (LENGTH, length) \
  X (MEDARB, medarb) \
  X (MEMBER, member) \
  X (MILAID, milaid) \
  X (MILCON, milcon) \
  X (MILINST, milinst) \
  X (NATREFAL, natrefal) \
  X (NEUCOADV, neucoadv) \
  X (NEUCOATT, neucoatt) \
  X (NEUCOCON, neucocon) \
  X (NEUCODEM, neucodem) \
  X (NEUCOLOC, neucoloc) \
  X (NEUCON, neucon) \
  X (NEUCONPR, neuconpr) \
  X (NEUCONUM, neuconum) \
  X (NEUTRAL, neutral) \
  X (NOMICOOP, nomicoop) \
  X (NONAGG, nonagg) \
  X (NOOTHALL, noothall) \
  X (NOTAIDEN, notaiden) \
  X (OBVARY, obvary) \
  X (OFFCOADV, offcoadv) \
  X (OFFCOCON, offcocon) \
  X (OFFCODEM, offcodem) \
  X (OFFCOLOC, offcoloc) \
  X (OFFCON, offcon) \
  X (OFFCONUM, offconum) \
  X (OFFENSE, offense) \
  X (OLIMOB, olimob) \
  X (ORGAN1, organ1) \
  X (ORGAN2, organ2) \
  X (ORGPURP1, orgpurp1) \
  X (ORGPURP2, orgpurp2) \
  X (PHASE, phase) \
  X (PROADD, proadd) \
  X (PROREN, proren) \
  X (PUBSECR, pubsecr) \
  X (REFLNUN, reflnun) \
  X (REFOTHIO, refothio) \
  X (RENEWLGT, renewlgt) \
  X (RENOUNCE, renounce) \
  X (SECRART, secrart) \
  X (SEPPEACE, seppeace) \
  X (SOURCE, source) \
  X (SPECLGTH, speclgth) \
  X (SPECTHRT, specthrt) \
  X (STATTHR1, statthr1) \
  X (STATTHR2, statthr2) \
  X (SUBORD, subord) \
  X (TERM, term) \
  X (TERMCAUS, termcaus) \
  X (TERMMODE, termmode) \
  X (TERRRES, terrres) \
  X (THIRDCOM, thirdcom) \
  X (WARTIME, wartime)

typedef enum
{
#define ATOP_ENUMERATOR(NAME, name) ATOP_##NAME,
  ATOP_VARIABLES (ATOP_ENUMERATOR)
#undef ATOP_ENUMERATOR
  N_ATOP_VARIABLES
} AtopVariable;

/* A member in a phase. */
typedef struct
{
  FoedMember member;
  int        codes[N_ATOP_VARIABLES];
} AtopRow;

/* An alliance while its terms stay the same. @is_parallel where another phase runs at the same time: the two halves of
 * a state that broke up, each with its own tie to the other member. */
typedef struct
{
  int            number;
  GPtrArray     *rows;
  GPtrArray     *states;
  FoedCodedDate  begin;
  FoedCodedDate  end;
  gboolean       is_open;
  gboolean       is_parallel;
  char          *id;
  char          *clause;
} AtopPhase;

/* @is_coarse where the rows are made from one of the alliance level, which knows no dates of members. */
typedef struct
{
  int            number;
  GPtrArray     *rows;
  GPtrArray     *phases;
  FoedCodedDate  begin;
  FoedCodedDate  end;
  gboolean       is_open;
  gboolean       is_coarse;
  char          *id;
} AtopAlliance;

/* Rows of which a fact holds alike. */
typedef struct
{
  FoedCoded  coded;
  GPtrArray *rows;
} AtopGroup;

typedef FoedCoded (*AtopKeyFunc) (const AtopRow *row,
                                  gconstpointer  data,
                                  GString       *key);

int         foed_atop_find_variable    (const char          *name,
                                        gsize                length);
const char *foed_atop_get_name         (AtopVariable         variable);
int         foed_atop_get_code         (gconstpointer        row,
                                        const char          *name,
                                        gsize                length);
void        foed_atop_start            (FoedDataSetRun      *run,
                                        const char          *version);
int        *foed_atop_find_columns     (FoedDataSetRun      *run);
void        foed_atop_read_codes       (FoedDataSetRun      *run,
                                        const int           *columns,
                                        AtopRow             *row);
void        foed_atop_row_free         (AtopRow             *self);
gboolean    foed_atop_check_code       (FoedDataSetRun      *run,
                                        const AtopRow       *row,
                                        AtopVariable         variable,
                                        int                  column);
void        foed_atop_add_alliance     (FoedDataSetRun      *run,
                                        int                  number,
                                        GPtrArray           *rows,
                                        gboolean             is_coarse);

GPtrArray  *foed_atop_group_rows       (AtopPhase           *phase,
                                        AtopKeyFunc          get_key,
                                        gconstpointer        data);
char       *foed_atop_group_make_id    (AtopPhase           *phase,
                                        AtopGroup           *group,
                                        gboolean             is_only,
                                        const char          *part,
                                        const char          *nick);
GPtrArray  *foed_atop_group_list_states (AtopGroup          *group);
void        foed_atop_cite_phase       (FoedDataSetRun      *run,
                                        AtopAlliance        *alliance,
                                        AtopPhase           *phase,
                                        FoedRecordBuilder   *parent,
                                        const char          *variables);

void        foed_atop_add_instrument   (FoedDataSetRun      *run,
                                        AtopAlliance        *alliance,
                                        AtopPhase           *phase,
                                        AtopPhase           *amended,
                                        FoedRecordBuilder   *parent);
void        foed_atop_add_clause       (FoedDataSetRun      *run,
                                        AtopAlliance        *alliance,
                                        AtopPhase           *phase,
                                        FoedRecordBuilder   *instrument);
void        foed_atop_add_facts        (FoedDataSetRun      *run,
                                        AtopAlliance        *alliance,
                                        AtopPhase           *phase,
                                        FoedRecordBuilder   *parent);

G_END_DECLS
