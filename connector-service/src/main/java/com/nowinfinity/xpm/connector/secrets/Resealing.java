package com.nowinfinity.xpm.connector.secrets;

/** Seals anew, with the present key, whatever an older one sealed; declared by whoever keeps sealed secrets. */
@FunctionalInterface
public interface Resealing {

    /** @return how many are still sealed with an older key, because they could not be opened */
    int reseal();
}
