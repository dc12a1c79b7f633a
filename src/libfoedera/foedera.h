/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <analysis/foed-graph-moment.h>
#include <analysis/foed-graph.h>
#include <analysis/foed-layout.h>
#include <exchange/foed-json.h>
#include <model/foed-date.h>
#include <model/foed-force.h>
#include <model/foed-record-kind.h>
#include <model/foed-record.h>
#include <model/foed-tie.h>
#include <model/foed-vocabulary.h>
#include <store/foed-change.h>
#include <store/foed-default-library.h>
#include <store/foed-history.h>
#include <store/foed-library.h>
#include <store/foed-list-model.h>
#include <store/foed-listing.h>
#include <store/foed-maintenance.h>
#include <store/foed-query.h>
#include <store/foed-writer.h>
#include <xml/foed-dialect.h>
#include <xml/foed-export.h>
#include <xml/foed-import-report.h>
#include <xml/foed-import.h>
#include <xml/foed-problem.h>
#include <xml/foed-report.h>
#include <xml/foed-schema-writer.h>
#include <xml/foed-xml-error.h>
#include <xml/foed-xml-reader.h>
#include <xml/foed-xml-writer.h>
