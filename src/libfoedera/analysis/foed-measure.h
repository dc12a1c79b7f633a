/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedMeasure:
 * @FOED_MEASURE_DEGREE: how many others a node is joined with (Freeman, “Centrality in social networks: conceptual
 *   clarification”, Social Networks 1, 1979, pp. 215–239)
 * @FOED_MEASURE_BETWEENNESS: the share of shortest paths between two others that lead through it, summed over all pairs
 *   of others and divided by their number (n − 1)(n − 2)/2 (Freeman, “A set of measures of centrality based on
 *   betweenness”, Sociometry 40, 1977, pp. 35–41)
 * @FOED_MEASURE_CLOSENESS: r/(n − 1) · r/d, where r is how many others can be reached and d the sum of the distances to
 *   them (Wasserman and Faust, Social Network Analysis, 1994, p. 201)
 * @FOED_MEASURE_EIGENVECTOR: its entry in the first eigenvector of the adjacency matrix, the highest being 1 (Bonacich,
 *   “Factoring and weighting approaches to status scores and clique identification”, Journal of Mathematical Sociology 2,
 *   1972, pp. 113–120); where the network falls apart, 0 beyond the components with the largest eigenvalue
 * @FOED_MEASURE_CLUSTERING: the share of the pairs of its neighbours that are joined; not defined with fewer than two
 *   (Watts and Strogatz, “Collective dynamics of ‘small-world’ networks”, Nature 393, 1998, pp. 440–442)
 * @FOED_MEASURE_COMMUNITY: the number of the community it is in, by modularity, 1 being the largest (Traag, Waltman and
 *   van Eck, “From Louvain to Leiden: guaranteeing well-connected communities”, Scientific Reports 9, 2019, 5233)
 * @FOED_MEASURE_COMPONENT: the number of the component it is in, 1 being the largest: of those that can be reached from
 *   each other
 *
 * What can be measured of a node of a network: undirected, and with at most one edge between two nodes.
 */
typedef enum
{
  FOED_MEASURE_DEGREE,
  FOED_MEASURE_BETWEENNESS,
  FOED_MEASURE_CLOSENESS,
  FOED_MEASURE_EIGENVECTOR,
  FOED_MEASURE_CLUSTERING,
  FOED_MEASURE_COMMUNITY,
  FOED_MEASURE_COMPONENT,
  FOED_N_MEASURES
} FoedMeasure;

/* A set of measures: a bit for each. */
typedef guint FoedMeasures;

#define FOED_MEASURES(measure) ((FoedMeasures) 1 << (measure))
#define FOED_MEASURES_ALL (FOED_MEASURES (FOED_N_MEASURES) - 1)

const char *foed_measure_get_nick        (FoedMeasure  self);
const char *foed_measure_get_label       (FoedMeasure  self);
const char *foed_measure_get_explanation (FoedMeasure  self);
gboolean    foed_measure_from_nick       (const char  *nick,
                                          FoedMeasure *measure);
gboolean    foed_measure_is_whole        (FoedMeasure  self);
gboolean    foed_measure_is_group        (FoedMeasure  self);
char       *foed_measure_format          (FoedMeasure  self,
                                          double       value);

G_END_DECLS
