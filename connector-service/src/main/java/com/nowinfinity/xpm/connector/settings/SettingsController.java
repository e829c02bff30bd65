package com.nowinfinity.xpm.connector.settings;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Settings;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A business's own choices. */
@RestController
@RequestMapping("/api/businesses/{businessId}/settings")
class SettingsController {

    private final Businesses businesses;
    private final InstantSource clock;

    SettingsController(Businesses businesses, InstantSource clock) {
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping
    Map<String, @Nullable Object> settings(@PathVariable String businessId) {
        return view(businesses.load(businessId));
    }

    @PutMapping
    Map<String, @Nullable Object> change(
            @PathVariable String businessId, @RequestBody Map<String, @Nullable Object> body) {
        Settings settings = SettingsRules.checked(JsonForm.read(body, Settings.class), clock.instant());
        return view(businesses.change(
                businessId, business -> business.withChoices(business.choices().withSettings(settings))));
    }

    private static Map<String, @Nullable Object> view(Business business) {
        return JsonForm.of(business.choices().settings());
    }
}
