package com.nowinfinity.xpm.connector.usage;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is used and left. */
@RestController
class UsageController {

    private final UsageBoard board;

    UsageController(UsageBoard board) {
        this.board = board;
    }

    @GetMapping("/api/businesses/{businessId}/usage")
    UsageBoard.Usage usage(@PathVariable String businessId) {
        return board.of(businessId);
    }
}
