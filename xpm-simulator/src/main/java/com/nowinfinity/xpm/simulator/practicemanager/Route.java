package com.nowinfinity.xpm.simulator.practicemanager;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One method of the API.
 *
 * @param path under the version, one {@code {}} where an id stands
 * @param apiMethod what the answer calls itself
 */
public record Route(String verb, List<String> path, String apiMethod, Scope scope, Operation operation) {

    /** As {@code client.api/add}: what an operation is called, whatever it is about. */
    public String operationName() {
        return String.join("/", path.subList(0, Math.min(2, path.size())));
    }

    static Route of(String verb, String path, String apiMethod, Scope scope, Operation operation) {
        return new Route(verb, List.of(path.split("/", -1)), apiMethod, scope, operation);
    }

    /** Whether any of these scopes opens it. */
    public boolean opensFor(Set<String> scopes, Conventions conventions) {
        return scope.isIn(scopes)
                || (scope == Scope.BROAD_READ
                        && conventions.is(Reading.CUSTOM_FIELDS_BY_CLIENT_SCOPE)
                        && Scope.CLIENT_READ.isIn(scopes));
    }

    /** By which scripts call it: the path without its id, as client.api/get. */
    public String name() {
        return path.stream().filter(segment -> !segment.equals("{}")).collect(Collectors.joining("/"));
    }

    /** The id in the path, empty where there is none; nothing when this is another path. */
    Optional<String> match(String method, List<String> segments) {
        if (!verb.equals(method) || segments.size() != path.size()) {
            return Optional.empty();
        }
        String id = "";
        for (int i = 0; i < segments.size(); i++) {
            if (path.get(i).equals("{}")) {
                id = segments.get(i);
            } else if (!path.get(i).equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(id);
    }
}
