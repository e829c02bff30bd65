package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a workbook may be that comes back.
 *
 * @param maxSize of the file
 * @param maxContent of all its parts once unpacked; reading needs several times the size of its texts in memory
 * @param maxRows on all sheets together
 */
@ConfigurationProperties("report.workbook")
record WorkbookProperties(
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("100MB") DataSize maxContent,
        @DefaultValue("100000") int maxRows) {

    WorkbookProperties {
        if (maxSize.toBytes() < 1 || maxContent.toBytes() < 1 || maxRows < 1) {
            throw new WrongConfigurationException(
                    "report.workbook.max-size, max-content and max-rows must be greater than zero.");
        }
    }
}
