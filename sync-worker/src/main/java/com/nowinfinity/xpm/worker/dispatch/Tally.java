package com.nowinfinity.xpm.worker.dispatch;

/** How many entities of a business have something that is not sent, and how many of them are parked. Not for several threads. */
final class Tally {

    private final Ids waiting = new Ids();
    private final Ids parked = new Ids();

    int waiting() {
        return waiting.size();
    }

    int parked() {
        return parked.size();
    }

    void note(String entityId, Next next) {
        switch (next) {
            case Next.Done done -> settled(entityId);
            case Next.OnPerson person -> {
                waiting.remove(entityId);
                parked.add(entityId);
            }
            case Next.Send send -> waits(entityId);
            case Next.At at -> waits(entityId);
            case Next.OnConnection connection -> waits(entityId);
            case Next.Lost lost -> {}
        }
    }

    void settled(String entityId) {
        waiting.remove(entityId);
        parked.remove(entityId);
    }

    private void waits(String entityId) {
        waiting.add(entityId);
        parked.remove(entityId);
    }
}
