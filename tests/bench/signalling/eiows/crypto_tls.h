// Stands where eiows looks for a header of Node's own sources, which its installation would clone. It reads from it
// how to reach into TLS connections, and here there are none.
#pragma once

#include <memory>
#include <openssl/ssl.h>

namespace node {

struct BaseObject {};

namespace crypto {

struct TLSWrap : BaseObject {
    const std::unique_ptr<SSL> *getSSL() const { return nullptr; }
};

}  // namespace crypto
}  // namespace node

#define ASSIGN_OR_RETURN_UNWRAP(pointer, object) *(pointer) = nullptr
