package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/** What a party is, whoever looks at it. */
record Identity(
        PortalKind kind,
        String name,
        @Nullable PersonName person,
        @Nullable TrustKind trustKind,
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String tfn) {}
