package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;

/** What a process with very little memory does in {@link StreamingIT}: it lists, or it sends, more than it can hold. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) {
        Call call = Call.with(new Credentials("tenant", new AccessToken("token")));
        try (HttpXpmApi xpm =
                HttpXpmApi.create(XpmApiConfiguration.of(URI.create(arguments[1])), CallObserver.NONE, Instant::now)) {
            System.out.println(
                    arguments[0].equals("list") ? list(xpm, call) : send(xpm, call, Long.parseLong(arguments[2])));
        }
    }

    private static String list(HttpXpmApi xpm, Call call) {
        var answer = xpm.listClients(call, true, null, client -> {});
        return answer.value().delivered() + " clients, " + answer.bytes() + " bytes";
    }

    private static String send(HttpXpmApi xpm, Call call, long size) {
        DocumentContent zeros = new DocumentContent(size, () -> new Zeros(size));
        return "sent "
                + xpm.addDocument(call, new DocumentDraft("c-1", "t", null, null, "f", zeros))
                        .value();
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
