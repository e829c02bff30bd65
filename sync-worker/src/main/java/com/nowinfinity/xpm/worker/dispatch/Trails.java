package com.nowinfinity.xpm.worker.dispatch;

import java.util.function.Supplier;

/** Who asked for work that was stored meanwhile: its log lines and its trace go on where the event that asked left off. */
public interface Trails {

    /** Nobody follows. */
    Trails NONE = new Trails() {
        @Override
        public <T> T follow(String businessId, String eventId, Supplier<T> work) {
            return work.get();
        }
    };

    <T> T follow(String businessId, String eventId, Supplier<T> work);
}
