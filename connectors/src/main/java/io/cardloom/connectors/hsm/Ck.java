package io.cardloom.connectors.hsm;

/** Numbers of PKCS#11 v2.40 that are used here, by their names there. */
final class Ck {

    static final long CKF_OS_LOCKING_OK = 0x2;
    static final long CKF_RW_SESSION = 0x2;
    static final long CKF_SERIAL_SESSION = 0x4;
    static final long CKU_USER = 1;

    static final long CKO_PUBLIC_KEY = 0x2;
    static final long CKO_PRIVATE_KEY = 0x3;
    static final long CKO_SECRET_KEY = 0x4;
    static final long CKK_RSA = 0x0;
    static final long CKK_GENERIC_SECRET = 0x10;
    static final long CKK_DES2 = 0x14;
    static final long CKK_DES3 = 0x15;
    static final long CKK_AES = 0x1F;

    static final long CKA_CLASS = 0x0;
    static final long CKA_TOKEN = 0x1;
    static final long CKA_PRIVATE = 0x2;
    static final long CKA_LABEL = 0x3;
    static final long CKA_VALUE = 0x11;
    static final long CKA_KEY_TYPE = 0x100;
    static final long CKA_SENSITIVE = 0x103;
    static final long CKA_ENCRYPT = 0x104;
    static final long CKA_DECRYPT = 0x105;
    static final long CKA_WRAP = 0x106;
    static final long CKA_UNWRAP = 0x107;
    static final long CKA_SIGN = 0x108;
    static final long CKA_VERIFY = 0x10A;
    static final long CKA_DERIVE = 0x10C;
    static final long CKA_MODULUS = 0x120;
    static final long CKA_MODULUS_BITS = 0x121;
    static final long CKA_PUBLIC_EXPONENT = 0x122;
    static final long CKA_PRIVATE_EXPONENT = 0x123;
    static final long CKA_PRIME_1 = 0x124;
    static final long CKA_PRIME_2 = 0x125;
    static final long CKA_EXPONENT_1 = 0x126;
    static final long CKA_EXPONENT_2 = 0x127;
    static final long CKA_COEFFICIENT = 0x128;
    static final long CKA_VALUE_LEN = 0x161;
    static final long CKA_EXTRACTABLE = 0x162;

    static final long CKM_RSA_PKCS_KEY_PAIR_GEN = 0x0;
    static final long CKM_RSA_X_509 = 0x3;
    static final long CKM_RSA_PKCS_PSS = 0xD;
    static final long CKM_SHA256 = 0x250;
    static final long CKG_MGF1_SHA256 = 0x2;
    static final long CKM_DES2_KEY_GEN = 0x130;
    static final long CKM_DES3_KEY_GEN = 0x131;
    static final long CKM_DES3_ECB = 0x132;
    static final long CKM_DES3_CMAC = 0x138;
    static final long CKM_DES3_ECB_ENCRYPT_DATA = 0x1102;
    static final long CKM_AES_ECB_ENCRYPT_DATA = 0x1104;
    static final long CKM_AES_KEY_GEN = 0x1080;
    static final long CKM_AES_ECB = 0x1081;
    static final long CKM_AES_GCM = 0x1087;
    static final long CKM_AES_CMAC = 0x108A;

    static final long CKR_OK = 0x0;
    static final long CKR_GENERAL_ERROR = 0x5;
    static final long CKR_ATTRIBUTE_SENSITIVE = 0x11;
    static final long CKR_ENCRYPTED_DATA_INVALID = 0x40;
    static final long CKR_ENCRYPTED_DATA_LEN_RANGE = 0x41;
    static final long CKR_PIN_INCORRECT = 0xA0;
    static final long CKR_USER_ALREADY_LOGGED_IN = 0x100;
    static final long CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;

    private Ck() {}
}
