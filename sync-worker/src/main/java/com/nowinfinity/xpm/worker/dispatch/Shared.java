package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.dispatch.Dispatcher.Tools;

/** What the desks of a worker share. */
record Shared(
        Tools tools,
        Opening opening,
        LeftSlots leftSlots,
        AppDoor app,
        Alarm alarm,
        Threads threads,
        Burst burst,
        Rooms rooms,
        AwaitedIntake awaited,
        Remembering remembering) {

    static Shared of(Tools tools, Alarm alarm, Threads threads) {
        Burst burst = new Burst(threads, tools.gate().ticker(), tools.settings().burst());
        Rooms rooms = Rooms.of(threads, burst, tools);
        return new Shared(
                tools,
                new Opening(tools.stores(), tools.gate(), threads, rooms.openings()),
                new LeftSlots(tools.gate()),
                new AppDoor(tools.app(), threads.turnstile()),
                alarm,
                threads,
                burst,
                rooms,
                new AwaitedIntake(tools.intake(), alarm),
                new Remembering(tools.settings()));
    }
}
