package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.access.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a file is not taken at all. */
final class WorkbookProblem {

    private WorkbookProblem() {}

    static ProblemException tooLarge(String detail) {
        return new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Workbook too large", detail);
    }

    static ProblemException notAWorkbook() {
        return of("not-a-workbook", "The file is no workbook of the format xlsx, or it is damaged or encrypted.");
    }

    static ProblemException macros() {
        return of("macros", "The workbook contains macros or embedded programs. Save it as a plain xlsx file.");
    }

    static ProblemException notOurs() {
        return of(
                "not-our-workbook",
                "This is not a report of ours: its summary with the report's id, or the columns Id and Action, are missing.");
    }

    private static ProblemException of(String code, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, "Workbook refused", detail);
    }
}
