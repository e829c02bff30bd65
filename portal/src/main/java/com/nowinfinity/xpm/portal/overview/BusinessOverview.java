package com.nowinfinity.xpm.portal.overview;

import com.nowinfinity.xpm.portal.entities.EntityCounts;
import com.nowinfinity.xpm.portal.imports.ImportCounts;
import com.nowinfinity.xpm.portal.imports.KnownConnection;

/** One business as the portal knows it. */
record BusinessOverview(String businessId, KnownConnection connection, EntityCounts entities, ImportCounts imports) {}
