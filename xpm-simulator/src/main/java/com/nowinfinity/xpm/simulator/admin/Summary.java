package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.identity.IdentityCalls;
import com.nowinfinity.xpm.simulator.judge.Doubled;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.judge.Judge;
import com.nowinfinity.xpm.simulator.judge.Problem;
import java.util.List;
import java.util.Map;

/**
 * The verdict over the whole life.
 *
 * @param calls every data call, those turned away among them
 * @param throttled how many were answered 429
 * @param doubled how many things the API made a second time
 * @param limitsBroken by limit; their sum is {@code throttled}
 * @param impatient how many calls came before the time that a scripted 429 had named, since the last start
 * @param mostAtOnce the most calls of one organisation in progress together, since the last start
 * @param identityCalls how often the identity service was asked for what, since the last start
 */
public record Summary(
        int calls,
        long throttled,
        int doubled,
        Map<Problem, Integer> limitsBroken,
        int impatient,
        int mostAtOnce,
        Map<String, Integer> identityCalls,
        List<Doubled> doubles) {

    public static Summary of(History history, Judge judge, IdentityCalls identity) {
        List<Doubled> doubles = history.doubles();
        return new Summary(
                history.size(),
                history.throttled(),
                doubles.size(),
                judge.broken(),
                judge.impatient(),
                judge.mostAtOnce(),
                identity.counts(),
                doubles);
    }
}
