package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.NotSent;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import com.nowinfinity.xpm.api.verdict.Headers;
import com.nowinfinity.xpm.api.verdict.Verdict;
import com.nowinfinity.xpm.api.xml.UnreadableAnswer;
import java.io.IOException;

/** Says in our own vocabulary what went wrong, and for a write above all whether it may have happened. */
final class JudgingExchange implements Exchange {

    private static final int MAX_ERROR_BYTES = 64 << 10;

    private final Verdict verdict;
    private final Exchange inner;

    JudgingExchange(Verdict verdict, Exchange inner) {
        this.verdict = verdict;
        this.inner = inner;
    }

    @Override
    public <T> T exchange(WireRequest request, ReplyReader<T> reader) {
        try {
            return inner.exchange(request, reply -> judged(request, reply, reader));
        } catch (WireExchange.Withheld e) {
            throw new NotSent(e.reason(), e.getCause());
        } catch (WireExchange.NeverLeft e) {
            throw new Unavailable("XPM cannot be reached", null, Allowance.UNSAID, e);
        } catch (IOException e) {
            throw broken(request, Allowance.UNSAID, e);
        }
    }

    private <T> T judged(WireRequest request, WireReply reply, ReplyReader<T> reader) {
        if (!reply.isSuccess()) {
            throw verdict.of(request.isWrite(), reply.status(), reply.headers(), readable(reply));
        }
        try {
            return reader.read(reply);
        } catch (IOException e) {
            throw broken(request, Headers.allowance(reply.headers()), e);
        }
    }

    private static XpmException broken(WireRequest request, Allowance allowance, IOException e) {
        String what = e instanceof UnreadableAnswer unreadable ? unreadable.shape() : "The answer did not arrive whole";
        return request.isWrite() ? new OutcomeUnknown(what, allowance, e) : new Unavailable(what, null, allowance, e);
    }

    /** An error counts by its status, whatever becomes of its body. */
    private static byte[] readable(WireReply reply) {
        try {
            return reply.body().readNBytes(MAX_ERROR_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "Judging(" + inner + ")";
    }
}
