package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.wire.Request;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import com.nowinfinity.xpm.simulator.wire.XmlReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * One data call on its way through an operation.
 *
 * @param id what stands in the path where the operation has a place for an id, else empty
 * @param user the person in whose name the app calls
 * @param base where the simulator answers, for the links it gives out
 */
public record Call(
        Request request,
        String apiMethod,
        String id,
        String user,
        Instant at,
        Supplier<String> ids,
        URI base,
        Conventions conventions) {

    @Nullable
    String parameter(String name) {
        return request.parameter(name);
    }

    boolean detailed() {
        return "true".equalsIgnoreCase(parameter("detailed"));
    }

    /** The body; its root must be named after the thing. */
    XmlNode body(String root) {
        try {
            XmlNode body = XmlReader.read(request.bytes());
            if (!body.name().equals(root)) {
                throw new RefusedException("Expected element " + root + ", found " + body.name());
            }
            return body;
        } catch (XMLStreamException malformed) {
            throw RefusedException.malformed();
        } catch (IOException lost) {
            throw RefusedException.tooLarge();
        }
    }
}
