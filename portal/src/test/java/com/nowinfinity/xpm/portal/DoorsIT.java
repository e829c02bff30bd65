package com.nowinfinity.xpm.portal;

import com.nimbusds.jose.jwk.RSAKey;
import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** The portal's own API; its pages are in {@link PageDoorsIT}. */
class DoorsIT extends EveryDoor {

    @Override
    protected URI service() {
        return RunningPortal.shared().uri("");
    }

    @Override
    protected URI management() {
        return RunningPortal.shared().management("");
    }

    /** Signs with the portal's own key, as nobody else can. */
    @Override
    protected PortalKeys portal() throws Exception {
        return new PortalKeys(RSAKey.parse(RunningPortal.shared().signingKey()));
    }

    @Override
    protected ApplicationContext context() {
        return RunningPortal.shared().context();
    }

    /** The pages but for the sign-in send everybody there. */
    @Override
    protected Map<String, Integer> doorsOutside() {
        Map<String, Integer> doors = new HashMap<>();
        PageDoorsIT.addresses().forEach(page -> doors.put(page.toString(), page.isForm() ? 403 : 302));
        doors.put("GET /sign-in", 200);
        doors.put("GET /.well-known/jwks.json", 200);
        doors.put("POST /demo/token", 400);
        return doors;
    }
}
