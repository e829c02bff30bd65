package com.nowinfinity.xpm.connector.secrets;

/** Seals anew, with the present key, whatever an older one sealed; declared by whoever keeps sealed secrets. */
@FunctionalInterface
public interface Resealing {

    void reseal();
}
