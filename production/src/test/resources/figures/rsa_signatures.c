/* Counts raw RSA signatures of 1408 bits in two seconds of processor time: cc -O2 ... -lcrypto */
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void) {
    EVP_PKEY_CTX *make = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    EVP_PKEY *key = NULL;
    BIGNUM *three = BN_new();
    BN_set_word(three, 3);
    if (EVP_PKEY_keygen_init(make) <= 0 || EVP_PKEY_CTX_set_rsa_keygen_bits(make, 1408) <= 0
        || EVP_PKEY_CTX_set1_rsa_keygen_pubexp(make, three) <= 0
        || EVP_PKEY_keygen(make, &key) <= 0) return 1;
    EVP_PKEY_CTX *sign = EVP_PKEY_CTX_new(key, NULL);
    if (EVP_PKEY_sign_init(sign) <= 0
        || EVP_PKEY_CTX_set_rsa_padding(sign, RSA_NO_PADDING) <= 0) return 1;
    unsigned char block[176], signature[176];
    memset(block, 0x6A, sizeof block);
    long count = 0;
    clock_t begun = clock();
    while (clock() - begun < 2 * CLOCKS_PER_SEC) {
        size_t length = sizeof signature;
        if (EVP_PKEY_sign(sign, signature, &length, block, sizeof block) <= 0) return 1;
        count++;
    }
    printf("%.1f\n", count / ((double) (clock() - begun) / CLOCKS_PER_SEC));
    return 0;
}
