package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.dispatch.Room;
import com.nowinfinity.xpm.worker.dispatch.Threads;
import com.nowinfinity.xpm.worker.dispatch.Turnstile;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Mortal;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Task;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine's threads, as the scheduler lets them run. */
final class SimThreads implements Threads {

    private final Scheduler scheduler;
    private final Mortal process;

    SimThreads(Scheduler scheduler, Mortal process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    @Override
    public void start(Runnable work) {
        scheduler.start(process, work);
    }

    @Override
    public void pause(Duration duration) {
        Task me = scheduler.current();
        scheduler.after(duration, () -> scheduler.wake(me));
        scheduler.sleep();
    }

    @Override
    public Turnstile turnstile() {
        return new SimTurnstile();
    }

    @Override
    public Room room(int places) {
        return new SimRoom(places);
    }

    private final class SimRoom implements Room {
        private final Deque<Task> queue = new ArrayDeque<>();
        private final int size;
        private int taken;

        SimRoom(int size) {
            this.size = size;
        }

        @Override
        public <T> T with(int places, Supplier<T> work) {
            int share = Math.clamp(places, 1, size);
            Task me = scheduler.current();
            queue.add(me);
            while (!me.equals(queue.peek()) || taken + share > size) {
                scheduler.sleep();
            }
            queue.remove(me);
            taken += share;
            wakeNext();
            try {
                return work.get();
            } finally {
                taken -= share;
                wakeNext();
            }
        }

        private void wakeNext() {
            Task next = queue.peek();
            if (next != null) {
                scheduler.wake(next);
            }
        }
    }

    private final class SimTurnstile implements Turnstile {
        private final Deque<Task> queue = new ArrayDeque<>();
        private final List<Task> waiting = new ArrayList<>();
        private @Nullable Task holder;

        @Override
        public <T> T locked(Supplier<T> action) {
            if (!scheduler.inTask()) {
                // The world looks in, between two steps: nobody is in the middle of anything.
                return action.get();
            }
            enter();
            try {
                return action.get();
            } finally {
                leave();
            }
        }

        @Override
        public void await(Duration atMost) {
            Task me = scheduler.current();
            waiting.add(me);
            scheduler.after(atMost.isPositive() ? atMost : Duration.ofMillis(1), () -> {
                if (waiting.remove(me)) {
                    scheduler.wake(me);
                }
            });
            leave();
            scheduler.sleep();
            enter();
        }

        @Override
        public void wake() {
            waiting.forEach(scheduler::wake);
            waiting.clear();
        }

        private void enter() {
            Task me = scheduler.current();
            queue.add(me);
            while (holder != null) {
                scheduler.sleep();
            }
            queue.remove(me);
            holder = me;
        }

        private void leave() {
            holder = null;
            Task next = queue.peek();
            if (next != null) {
                scheduler.wake(next);
            }
        }
    }
}
