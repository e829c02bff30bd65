package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Lodgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portal's entities for its own people and demonstrations: read them, change one. */
@RestController
@RequestMapping("/api/businesses/{businessId}/entities")
class EntityEndpoints {

    private static final Set<String> CHANGE_FIELDS = Set.of("cause", "lodgement", "entity");
    private static final String CAUSE = "cause";

    private final EntityRegister register;

    EntityEndpoints(EntityRegister register) {
        this.register = register;
    }

    @GetMapping
    Page<Map<String, @Nullable Object>> page(
            @PathVariable String businessId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        List<Map<String, @Nullable Object>> entities = register.page(businessId, Page.after(cursor), size + 1).stream()
                .map(JsonForm::of)
                .toList();
        return Page.of(entities, size, entity -> String.valueOf(entity.get("entityId")));
    }

    @GetMapping("/{entityId}")
    Map<String, @Nullable Object> entity(@PathVariable String businessId, @PathVariable String entityId) {
        return register.find(businessId, entityId)
                .map(JsonForm::of)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "entity-not-found", "Not Found", "The portal has no such entity."));
    }

    /**
     * Changes an entity: {@code {cause?, lodgement?, entity}}. The entity's version says what the change is based on, 0
     * for a new entity; the answer has the next one.
     */
    @PutMapping("/{entityId}")
    Map<String, @Nullable Object> change(
            @PathVariable String businessId,
            @PathVariable String entityId,
            @RequestBody Map<String, @Nullable Object> body) {
        try {
            return JsonForm.of(register.record(businessId, change(entityId, body)));
        } catch (VersionConflict e) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "version-conflict", "Changed meanwhile", String.valueOf(e.getMessage()));
        }
    }

    private static EntityChange change(String entityId, Map<String, @Nullable Object> body) {
        body.keySet().stream()
                .filter(name -> !CHANGE_FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(name + ": unknown field");
                });
        Map<String, @Nullable Object> form = new LinkedHashMap<>(body);
        form.putIfAbsent(CAUSE, ChangeCause.EDITED.name());
        EntityChanged read = JsonForm.read(form, EntityChanged.class);
        Entity entity = read.getEntity();
        if (entity == null) {
            throw invalid("entity: missing");
        }
        if (!entity.getEntityId().equals(entityId)) {
            throw invalid("entity.entityId: not the one of the address");
        }
        String broken = EntityRules.broken(entity);
        if (broken != null) {
            throw invalid(broken);
        }
        Lodgement lodgement = read.getLodgement();
        String unfit = lodgement == null ? null : EntityRules.broken(lodgement);
        if (unfit != null) {
            throw invalid(unfit);
        }
        return new EntityChange(read.getCause(), lodgement, entity);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-field", "Invalid request", detail);
    }
}
