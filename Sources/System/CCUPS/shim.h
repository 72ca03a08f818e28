#pragma once
#include <cups/cups.h>

// The module has no `link`: libcups is opened while the program runs. These are the types of the functions found in it,
// so that the compiler checks each call against CUPS's own header.
typedef __typeof__(&httpConnect2) httpConnect2_function;
typedef __typeof__(&httpClose) httpClose_function;
typedef __typeof__(&httpError) httpError_function;
typedef __typeof__(&httpGetStatus) httpGetStatus_function;
typedef __typeof__(&httpSetTimeout) httpSetTimeout_function;
typedef __typeof__(&cupsSendRequest) cupsSendRequest_function;
typedef __typeof__(&cupsWriteRequestData) cupsWriteRequestData_function;
typedef __typeof__(&cupsGetResponse) cupsGetResponse_function;
typedef __typeof__(&cupsGetDefault2) cupsGetDefault2_function;
typedef __typeof__(&cupsSetPasswordCB2) cupsSetPasswordCB2_function;
typedef __typeof__(&cupsLastErrorString) cupsLastErrorString_function;
typedef __typeof__(&cupsServer) cupsServer_function;
typedef __typeof__(&cupsEncryption) cupsEncryption_function;
typedef __typeof__(&cupsUser) cupsUser_function;
typedef __typeof__(&ippPort) ippPort_function;
typedef __typeof__(&ippNewRequest) ippNewRequest_function;
typedef __typeof__(&ippDelete) ippDelete_function;
typedef __typeof__(&ippLength) ippLength_function;
typedef __typeof__(&ippAddString) ippAddString_function;
typedef __typeof__(&ippAddStrings) ippAddStrings_function;
typedef __typeof__(&ippAddInteger) ippAddInteger_function;
typedef __typeof__(&ippAddBoolean) ippAddBoolean_function;
typedef __typeof__(&ippAddRanges) ippAddRanges_function;
typedef __typeof__(&ippFirstAttribute) ippFirstAttribute_function;
typedef __typeof__(&ippNextAttribute) ippNextAttribute_function;
typedef __typeof__(&ippGetName) ippGetName_function;
typedef __typeof__(&ippGetGroupTag) ippGetGroupTag_function;
typedef __typeof__(&ippGetValueTag) ippGetValueTag_function;
typedef __typeof__(&ippGetCount) ippGetCount_function;
typedef __typeof__(&ippGetInteger) ippGetInteger_function;
typedef __typeof__(&ippGetBoolean) ippGetBoolean_function;
typedef __typeof__(&ippGetString) ippGetString_function;
typedef __typeof__(&ippGetRange) ippGetRange_function;
typedef __typeof__(&ippGetStatusCode) ippGetStatusCode_function;
typedef __typeof__(&ippErrorString) ippErrorString_function;
