package com.nowinfinity.xpm.simulator.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the limits to the letter: a call counts at the moment it arrives, for the whole window after it. Thread-safe.
 */
public final class Judge {

    private static final Duration DAY = Duration.ofDays(1);

    /** Calls that were on their way when the answer came are nobody's fault. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(500);

    private final Limits limits;
    private final InstantSource clock;
    private final RollingWindow appMinute;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<Problem, Integer> broken = new EnumMap<>(Problem.class);
    private Quiet appQuiet = Quiet.NONE;
    private int impatient;

    public Judge(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.appMinute = new RollingWindow(limits.appPerMinute(), limits.window());
    }

    /** Somebody was told to stay away for so long; calls before that are impatient. Null for the whole app. */
    public synchronized void askToWait(@Nullable String tenantId, Duration length) {
        Instant now = clock.instant();
        Instant until = now.plus(length);
        if (tenantId == null) {
            appQuiet = new Quiet(now.plus(ON_THE_WAY), until);
        } else {
            account(tenantId).quiet = new Quiet(now.plus(ON_THE_WAY), until);
        }
    }

    /** How many calls came before the time that an answer had named. */
    public synchronized int impatient() {
        return impatient;
    }

    /** Asks for one data call; when granted, {@link #release} must follow. */
    public synchronized Admission admit(String tenantId) {
        Instant now = clock.instant();
        Account account = account(tenantId);
        impatient += account.quiet.covers(now) || appQuiet.covers(now) ? 1 : 0;
        if (account.running >= limits.concurrent()) {
            return throttled(account, now, Problem.CONCURRENT, null);
        }
        if (account.minute.isFull(now)) {
            return throttled(account, now, Problem.MINUTE, account.minute.untilFree(now));
        }
        if (account.day.isFull(now)) {
            return throttled(account, now, Problem.DAY, account.day.untilFree(now));
        }
        if (appMinute.isFull(now)) {
            return throttled(account, now, Problem.APPMINUTE, appMinute.untilFree(now));
        }
        account.running++;
        account.mostAtOnce = Math.max(account.mostAtOnce, account.running);
        count(account, now);
        return new Admission.Granted(left(account, now));
    }

    /** The answer to a granted call leaves. */
    public synchronized void release(String tenantId) {
        account(tenantId).running--;
    }

    /** A call that belongs to no organisation, as for connections: counts for the app only; nothing is to release. */
    public synchronized Admission admitForApp() {
        Instant now = clock.instant();
        if (appMinute.isFull(now)) {
            broken.merge(Problem.APPMINUTE, 1, Integer::sum);
            Admission.Left none = new Admission.Left(0, 0, 0);
            return new Admission.Throttled(none, Problem.APPMINUTE, appMinute.untilFree(now));
        }
        appMinute.take(now);
        return new Admission.Granted(new Admission.Left(0, 0, appMinute.left(now)));
    }

    /** Counts a call of an earlier life, so that a restart forgives nothing. */
    public synchronized void recall(String tenantId, Instant at) {
        count(account(tenantId), at);
    }

    /** How often each limit was broken. */
    public synchronized Map<Problem, Integer> broken() {
        return new EnumMap<>(broken);
    }

    public synchronized void recallBroken(Problem problem) {
        broken.merge(problem, 1, Integer::sum);
    }

    /** The most calls of one organisation that were ever in progress together. */
    public synchronized int mostAtOnce() {
        return accounts.values().stream()
                .mapToInt(account -> account.mostAtOnce)
                .max()
                .orElse(0);
    }

    private Admission throttled(Account account, Instant now, Problem problem, @Nullable Duration retryAfter) {
        broken.merge(problem, 1, Integer::sum);
        return new Admission.Throttled(left(account, now), problem, retryAfter);
    }

    private void count(Account account, Instant at) {
        account.minute.take(at);
        account.day.take(at);
        appMinute.take(at);
    }

    private Admission.Left left(Account account, Instant now) {
        return new Admission.Left(account.minute.left(now), account.day.left(now), appMinute.left(now));
    }

    private Account account(String tenantId) {
        return accounts.computeIfAbsent(tenantId, unused -> new Account(limits));
    }

    private record Quiet(Instant from, Instant until) {
        static final Quiet NONE = new Quiet(Instant.EPOCH, Instant.EPOCH);

        boolean covers(Instant moment) {
            return moment.isAfter(from) && moment.isBefore(until);
        }
    }

    private static final class Account {
        final RollingWindow minute;
        final RollingWindow day;
        Quiet quiet = Quiet.NONE;
        int running;
        int mostAtOnce;

        Account(Limits limits) {
            minute = new RollingWindow(limits.perMinute(), limits.window());
            day = new RollingWindow(limits.perDay(), DAY);
        }
    }
}
