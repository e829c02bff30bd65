package com.nowinfinity.xpm.simulator.organisation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plain elements of a client in the order of a 3.1 answer, with their names on the wire, what stands there when
 * nothing is set, and what a request may put in. References and choices hold an id or a name; the wire nests them.
 */
public enum ClientElement {
    NAME("Name", "", Form.NAME),
    TITLE("Title", null, Form.TEXT),
    GENDER("Gender", null, Form.TEXT),
    FIRST_NAME("FirstName", null, Form.TEXT),
    MIDDLE_NAME("MiddleName", null, Form.TEXT),
    LAST_NAME("LastName", null, Form.TEXT),
    OTHER_NAME("OtherName", null, Form.TEXT),
    EMAIL("Email", null, Form.TEXT),
    DATE_OF_BIRTH("DateOfBirth", null, Form.DATE),
    DATE_OF_DEATH("DateOfDeath", null, Form.DATE),
    PLACE_OF_BIRTH_CITY("PlaceOfBirthCity", null, Form.TEXT),
    PLACE_OF_BIRTH_COUNTRY_CODE("PlaceOfBirthCountryCode", null, Form.TEXT),
    ADDRESS("Address", "", Form.TEXT),
    CITY("City", "", Form.TEXT),
    REGION("Region", "", Form.TEXT),
    POST_CODE("PostCode", "", Form.TEXT),
    COUNTRY("Country", "", Form.TEXT),
    POSTAL_ADDRESS("PostalAddress", "", Form.TEXT),
    POSTAL_CITY("PostalCity", "", Form.TEXT),
    POSTAL_REGION("PostalRegion", "", Form.TEXT),
    POSTAL_POST_CODE("PostalPostCode", "", Form.TEXT),
    POSTAL_COUNTRY("PostalCountry", "", Form.TEXT),
    PHONE("Phone", "", Form.TEXT),
    FAX("Fax", "", Form.TEXT),
    WEBSITE("Website", "WebSite", "", Form.TEXT),
    REFERRAL_SOURCE("ReferralSource", "", Form.TEXT),
    EXPORT_CODE("ExportCode", "", Form.TEXT),
    INDUSTRY("Industry", null, Form.READ_ONLY),
    IS_PROSPECT("IsProspect", "No", Form.YES_NO),
    IS_ARCHIVED("IsArchived", "No", Form.READ_ONLY),
    IS_DELETED("IsDeleted", "No", Form.READ_ONLY),
    ACCOUNT_MANAGER("AccountManager", "AccountManagerUUID", null, Form.STAFF),
    JOB_MANAGER("JobManager", "JobManagerUUID", null, Form.STAFF),
    BILLING_CLIENT("BillingClient", "BillingClientUUID", null, Form.CLIENT),
    TAX_NUMBER("TaxNumber", "", Form.TAX_NUMBER),
    COMPANY_NUMBER("CompanyNumber", "", Form.TEXT),
    BUSINESS_NUMBER("BusinessNumber", "", Form.TEXT),
    BRANCH_NUMBER("BranchNumber", "1", Form.TEXT),
    BUSINESS_STRUCTURE("BusinessStructure", null, Form.STRUCTURE),
    BALANCE_MONTH("BalanceMonth", null, Form.MONTH),
    GST_REGISTERED("GSTRegistered", "No", Form.YES_NO),
    PREPARE_GST("PrepareGST", "No", Form.YES_NO),
    GST_PERIOD("GSTPeriod", null, Form.GST_PERIOD),
    GST_BASIS("GSTBasis", null, Form.TEXT),
    PROVISIONAL_TAX_BASIS("ProvisionalTaxBasis", null, Form.TEXT),
    PROVISIONAL_TAX_RATIO("ProvisionalTaxRatio", null, Form.TEXT),
    RETURN_TYPE("ReturnType", null, Form.TEXT),
    SIGNED_TAX_AUTHORITY("SignedTaxAuthority", "No", Form.YES_NO),
    TAX_AGENT("TaxAgent", null, Form.TEXT),
    AGENCY_STATUS("AgencyStatus", "Unlinked", Form.TEXT),
    PREPARE_ACTIVITY_STATEMENT("PrepareActivityStatement", "No", Form.YES_NO),
    PREPARE_TAX_RETURN("PrepareTaxReturn", "No", Form.YES_NO),
    AUTO_BAS("AutoBasOptInCriteria", "Opt-Out", Form.AUTO_BAS),
    BANK_NAME("BankName", null, Form.READ_ONLY),
    ACTIVE_ATO_CLIENT("ActiveAtoClient", "No", Form.YES_NO),
    CLIENT_CODE("ClientCode", null, Form.TEXT);

    /** What a value must look like when a request brings it, and how an answer shows it. */
    public enum Form {
        NAME,
        TEXT,
        DATE,
        YES_NO,
        MONTH,
        GST_PERIOD,
        TAX_NUMBER,
        STRUCTURE,
        STAFF,
        CLIENT,
        AUTO_BAS,
        READ_ONLY
    }

    private static final Map<String, ClientElement> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ClientElement::wireName, Function.identity()));
    private static final Map<String, ClientElement> BY_REQUEST_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ClientElement::requestName, Function.identity()));

    private final String wireName;
    private final String requestName;
    private final @Nullable String unset;
    private final Form form;

    ClientElement(String name, @Nullable String unset, Form form) {
        this(name, name, unset, form);
    }

    ClientElement(String wireName, String requestName, @Nullable String unset, Form form) {
        this.wireName = wireName;
        this.requestName = requestName;
        this.unset = unset;
        this.form = form;
    }

    /** Its name in answers. */
    public String wireName() {
        return wireName;
    }

    /** Its name in requests, which differs for the website and for references. */
    public String requestName() {
        return requestName;
    }

    /** What an answer shows when nothing is set; null = the element is absent. */
    public @Nullable String unset() {
        return unset;
    }

    public Form form() {
        return form;
    }

    /** Whether it belongs to the tax block, which thin lists and some answers to an add leave out. */
    public boolean isOfTaxBlock() {
        return compareTo(TAX_NUMBER) >= 0;
    }

    public static @Nullable ClientElement ofWireName(String name) {
        return BY_WIRE_NAME.get(name);
    }

    public static @Nullable ClientElement ofRequestName(String name) {
        return BY_REQUEST_NAME.get(name);
    }
}
