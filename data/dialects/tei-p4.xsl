<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="https://foedera.github.io/ns/1" xmlns:foedera="https://foedera.github.io/ns/1"
                exclude-result-prefixes="foedera">
  <foedera:dialect name="tei-p4" root="TEI.2 teiCorpus.2" child="teiHeader">
    <foedera:label>TEI P4</foedera:label>
    <foedera:cannot-tell>Who the parties are; when a treaty was signed, but from what its title says; what is an article,
      unless it begins with that word; surely, whether a file is a treaty or about one.</foedera:cannot-tell>
  </foedera:dialect>

  <xsl:include href="foedera:fragment-tei-edition.xsl"/>

  <xsl:template match="/">
    <foedera>
      <xsl:apply-templates select="TEI.2 | teiCorpus.2//TEI.2" mode="document"/>
    </foedera>
  </xsl:template>
</xsl:stylesheet>
