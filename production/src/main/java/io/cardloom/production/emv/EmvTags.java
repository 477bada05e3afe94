package io.cardloom.production.emv;

import io.cardloom.production.tlv.Tag;
import java.util.Set;

/** The tags whose values are computed; all others of a profile are constants. */
final class EmvTags {

    static final Tag LABEL = Tag.of("50");
    static final Tag TRACK_2 = Tag.of("57");
    static final Tag PAN = Tag.of("5A");
    static final Tag NAME = Tag.of("5F20");
    static final Tag EXPIRATION = Tag.of("5F24");
    static final Tag SERVICE_CODE = Tag.of("5F30");
    static final Tag SEQUENCE_NUMBER = Tag.of("5F34");
    static final Tag RECORD = Tag.of("70");
    static final Tag INTERCHANGE_PROFILE = Tag.of("82");
    static final Tag DEDICATED_FILE = Tag.of("84");
    static final Tag AUTHORITY_INDEX = Tag.of("8F");
    static final Tag VERIFICATION_METHODS = Tag.of("8E");
    static final Tag ISSUER_CERTIFICATE = Tag.of("90");
    static final Tag ISSUER_REMAINDER = Tag.of("92");
    static final Tag SIGNED_STATIC_DATA = Tag.of("93");
    static final Tag FILE_LOCATOR = Tag.of("94");
    static final Tag TRACK_1_DISCRETIONARY = Tag.of("9F1F");
    static final Tag ISSUER_EXPONENT = Tag.of("9F32");
    static final Tag DATA_AUTHENTICATION_CODE = Tag.of("9F45");
    static final Tag ICC_CERTIFICATE = Tag.of("9F46");
    static final Tag ICC_EXPONENT = Tag.of("9F47");
    static final Tag ICC_REMAINDER = Tag.of("9F48");
    static final Tag STATIC_TAG_LIST = Tag.of("9F4A");

    static final Set<Tag> COMPUTED =
            Set.of(
                    LABEL,
                    TRACK_2,
                    PAN,
                    NAME,
                    EXPIRATION,
                    SERVICE_CODE,
                    SEQUENCE_NUMBER,
                    DEDICATED_FILE,
                    AUTHORITY_INDEX,
                    ISSUER_CERTIFICATE,
                    ISSUER_REMAINDER,
                    SIGNED_STATIC_DATA,
                    FILE_LOCATOR,
                    TRACK_1_DISCRETIONARY,
                    ISSUER_EXPONENT,
                    ICC_CERTIFICATE,
                    ICC_EXPONENT,
                    ICC_REMAINDER);

    /** What only exists once the static data are known, and so cannot be among them. */
    static final Set<Tag> SIGNATURES =
            Set.of(SIGNED_STATIC_DATA, ICC_CERTIFICATE, ICC_EXPONENT, ICC_REMAINDER);

    private EmvTags() {}
}
