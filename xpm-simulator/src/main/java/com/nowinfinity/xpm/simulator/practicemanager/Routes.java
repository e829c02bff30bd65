package com.nowinfinity.xpm.simulator.practicemanager;

import static com.nowinfinity.xpm.simulator.practicemanager.Scope.BROAD_READ;
import static com.nowinfinity.xpm.simulator.practicemanager.Scope.CLIENT_READ;
import static com.nowinfinity.xpm.simulator.practicemanager.Scope.CLIENT_WRITE;
import static com.nowinfinity.xpm.simulator.practicemanager.Scope.STAFF_READ;

import java.util.List;
import java.util.Optional;

/** Every method the simulator speaks. */
public final class Routes {

    private static final List<Route> ALL = List.of(
            Route.of("GET", "client.api/list", "List", CLIENT_READ, ClientReads::list),
            Route.of("GET", "client.api/paged-list", "PagedList", CLIENT_READ, Pages::clients),
            Route.of("GET", "client.api/search", "Search", CLIENT_READ, ClientReads::search),
            Route.of("GET", "client.api/get/{}", "Get", CLIENT_READ, ClientReads::get),
            Route.of("POST", "client.api/add", "Add", CLIENT_WRITE, ClientWrites::add),
            Route.of("PUT", "client.api/update", "Update", CLIENT_WRITE, ClientWrites::update),
            Route.of("PUT", "client.api/archive", "Archive", CLIENT_WRITE, ClientWrites::archive),
            Route.of("POST", "client.api/delete", "Delete", CLIENT_WRITE, ClientWrites::delete),
            Route.of("GET", "client.api/contacts", "Contacts", CLIENT_READ, Pages::contacts),
            Route.of("POST", "client.api/contact", "Contact", CLIENT_WRITE, ContactCalls::add),
            Route.of("GET", "client.api/contact/{}", "Contact", CLIENT_READ, ContactCalls::get),
            Route.of("PUT", "client.api/contact/{}", "Contact", CLIENT_WRITE, ContactCalls::update),
            Route.of("DELETE", "client.api/contact/{}", "Contact", CLIENT_WRITE, ContactCalls::delete),
            Route.of("POST", "client.api/client/{}/contacts", "Contacts", CLIENT_WRITE, ContactCalls::link),
            Route.of("GET", "client.api/documents/{}", "Documents", CLIENT_READ, DocumentCalls::list),
            Route.of("POST", "client.api/document", "Document", CLIENT_WRITE, DocumentCalls::add),
            Route.of("POST", "client.api/addrelationship", "AddRelationship", CLIENT_WRITE, RelationshipCalls::add),
            Route.of(
                    "PUT",
                    "client.api/updaterelationship",
                    "UpdateRelationship",
                    CLIENT_WRITE,
                    RelationshipCalls::update),
            Route.of(
                    "POST",
                    "client.api/deleterelationship",
                    "DeleteRelationship",
                    CLIENT_WRITE,
                    RelationshipCalls::delete),
            Route.of("GET", "client.api/get/{}/customfield", "CustomField", CLIENT_READ, CustomFieldCalls::values),
            Route.of("PUT", "client.api/update/{}/customfield", "CustomField", CLIENT_WRITE, CustomFieldCalls::update),
            Route.of("GET", "clientgroup.api/list", "List", CLIENT_READ, GroupCalls::list),
            Route.of("GET", "clientgroup.api/get/{}", "Get", CLIENT_READ, GroupCalls::get),
            Route.of("POST", "clientgroup.api/add", "Add", CLIENT_WRITE, GroupCalls::add),
            Route.of("PUT", "clientgroup.api/members", "Members", CLIENT_WRITE, GroupCalls::members),
            Route.of("POST", "clientgroup.api/delete", "Delete", CLIENT_WRITE, GroupCalls::delete),
            Route.of("GET", "staff.api/list", "List", STAFF_READ, StaffCalls::list),
            Route.of("GET", "staff.api/get/{}", "Get", STAFF_READ, StaffCalls::get),
            Route.of("GET", "customfield.api/definition", "Definition", BROAD_READ, CustomFieldCalls::definitions));

    private Routes() {}

    /** A method together with the id that its path carries. */
    public record Match(Route route, String id) {}

    /** @param path under the version, without a leading slash */
    public static Optional<Match> find(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        for (Route route : ALL) {
            Optional<String> id = route.match(method, segments);
            if (id.isPresent()) {
                return Optional.of(new Match(route, id.get()));
            }
        }
        return Optional.empty();
    }
}
