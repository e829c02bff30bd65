package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Documents that come over HTTP.
 *
 * @param maxSize of a file
 */
@ConfigurationProperties("documents")
record DocumentsProperties(@DefaultValue("10MB") DataSize maxSize) {

    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    DocumentsProperties {
        if (maxSize.toBytes() < 1 || maxSize.compareTo(LARGEST) > 0) {
            throw new WrongConfigurationException("documents.max-size must be from 1 byte to 1GB.");
        }
    }
}
