package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.practice.ClientListing;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.xml.ClientXml;
import com.nowinfinity.xpm.api.xml.XmlElement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes clients on one by one, keeping none of them, and counts. */
final class ListedClients implements Consumer<XmlElement> {

    private final Consumer<? super PracticeClient> sink;
    private long delivered;
    private long withoutId;

    ListedClients(Consumer<? super PracticeClient> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(XmlElement element) {
        @Nullable PracticeClient client = ClientXml.read(element);
        if (client == null) {
            withoutId++;
        } else {
            sink.accept(client);
            delivered++;
        }
    }

    ClientListing listing() {
        return new ClientListing(delivered, withoutId);
    }
}
