package com.nowinfinity.xpm.api.practice;

/** The elements of a client that we write, in the order they are sent. Those of a list are not among them. */
public enum ClientElement {
    NAME("Name"),
    TITLE("Title"),
    FIRST_NAME("FirstName"),
    MIDDLE_NAME("MiddleName"),
    LAST_NAME("LastName"),
    OTHER_NAME("OtherName"),
    EMAIL("Email"),
    DATE_OF_BIRTH("DateOfBirth"),
    DATE_OF_DEATH("DateOfDeath"),
    STREET("Address"),
    CITY("City"),
    REGION("Region"),
    POST_CODE("PostCode"),
    COUNTRY("Country"),
    POSTAL_STREET("PostalAddress"),
    POSTAL_CITY("PostalCity"),
    POSTAL_REGION("PostalRegion"),
    POSTAL_POST_CODE("PostalPostCode"),
    POSTAL_COUNTRY("PostalCountry"),
    PHONE("Phone"),
    FAX("Fax"),
    /** XPM reads WebSite and shows Website. */
    WEBSITE("WebSite"),
    PARTNER_ID("AccountManagerUUID"),
    MANAGER_ID("JobManagerUUID"),
    TAX_NUMBER("TaxNumber"),
    COMPANY_NUMBER("CompanyNumber"),
    BUSINESS_NUMBER("BusinessNumber"),
    BUSINESS_STRUCTURE("BusinessStructure"),
    BALANCE_MONTH("BalanceMonth"),
    CLIENT_CODE("ClientCode");

    private final String elementName;

    ClientElement(String elementName) {
        this.elementName = elementName;
    }

    /** As it is spelt in a request. */
    public String elementName() {
        return elementName;
    }

    /** True when values are ISO dates; XPM's own spelling is the writer's business. */
    public boolean isDate() {
        return this == DATE_OF_BIRTH || this == DATE_OF_DEATH;
    }
}
