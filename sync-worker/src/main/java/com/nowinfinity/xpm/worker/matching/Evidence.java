package com.nowinfinity.xpm.worker.matching;

/** Why two records are taken to be one, strongest first. */
public enum Evidence {
    LINK("link", 100),
    ACN("acn", 95),
    ABN("abn", 90),
    NAME_AND_BIRTH("name-and-birth", 85),
    NAME_AND_ADDRESS("name-and-address", 60),
    NAME("name", 40);

    private final String code;
    private final int score;

    Evidence(String code, int score) {
        this.code = code;
        this.score = score;
    }

    public String code() {
        return code;
    }

    /** 0 to 100. */
    public int score() {
        return score;
    }
}
