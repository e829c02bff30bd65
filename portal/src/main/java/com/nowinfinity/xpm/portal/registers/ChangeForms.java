package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.portal.entities.EntityChange;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.VersionConflict;
import com.nowinfinity.xpm.portal.frame.Form;
import com.nowinfinity.xpm.portal.frame.Frame;
import com.nowinfinity.xpm.portal.frame.PageController;
import com.nowinfinity.xpm.portal.signin.Person;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;

/** A change by Corporate Messenger, as its forms bring it: what ASIC is told, and how far that is. */
@PageController
@RequestMapping("/businesses/{businessId}/entities/{entityId}/change")
class ChangeForms {

    private final EntityRegister register;
    private final Frame frame;

    ChangeForms(EntityRegister register, Frame frame) {
        this.register = register;
        this.frame = frame;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal Person person,
            @PathVariable String businessId,
            @PathVariable String entityId,
            Model model,
            WebSession session) {
        Entity entity = find(businessId, entityId);
        frame.around(model, person, businessId, session, "entities");
        model.addAttribute("entity", entity);
        model.addAttribute("choices", ChangeChoices.of(entity, register.rows(businessId)));
        return "change";
    }

    @PostMapping
    String publish(@PathVariable String businessId, @PathVariable String entityId, Form form, WebSession session) {
        try {
            Correction correction = new Correction(form);
            Entity changed = correction.in(find(businessId, entityId));
            Entity recorded = register.record(
                    businessId, new EntityChange(ChangeCause.CORPORATE_MESSENGER, correction.lodgement(), changed));
            Frame.tell(
                    session,
                    "The change is recorded as version %d and told to everybody. What became of it stands under Activity."
                            .formatted(recorded.getVersion()));
            return "redirect:/businesses/{businessId}/entities/{entityId}";
        } catch (Unclear | VersionConflict refused) {
            Frame.warn(session, "Nothing was changed. " + refused.getMessage());
            return "redirect:/businesses/{businessId}/entities/{entityId}/change";
        }
    }

    private Entity find(String businessId, String entityId) {
        return register.find(businessId, entityId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such entity."));
    }
}
