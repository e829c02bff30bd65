package com.nowinfinity.xpm.standalone.mainjob.calls;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.Access.Role;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The running system from the desk of one user: the manager of its first business. */
public record Site(Access access, String businessId, String token) {

    public static Site of(Access access) {
        String businessId = access.businesses().getFirst().businessId();
        return new Site(access, businessId, access.user(businessId, Role.MANAGE).token());
    }

    public URI connector(String path) {
        return ofBusiness(access.connector(), path);
    }

    public URI report(String path) {
        return ofBusiness(access.report(), path);
    }

    public URI portal(String path) {
        return ofBusiness(access.portal(), path);
    }

    public URI notification(String path) {
        return access.notification().resolve("/api/notifications" + path);
    }

    /** Null when there is no simulator of ours to ask. */
    @Nullable
    public URI simulator() {
        return access.simulator();
    }

    private URI ofBusiness(URI service, String path) {
        return service.resolve("/api/businesses/" + businessId + path);
    }

    @Override
    public String toString() {
        return "Site[" + businessId + "]";
    }
}
