#include "CSpotCheckBoostMath.h"

#include <stdexcept>

/// Boost's assertions throw instead of ending the process: `guarded` turns them into NaN.
#define BOOST_ENABLE_ASSERT_HANDLER
namespace boost {
[[noreturn]] inline void assertion_failed(const char *text, const char *, const char *, long) {
  throw std::logic_error(text);
}
[[noreturn]] inline void assertion_failed_msg(
    const char *text, const char *, const char *, const char *, long) {
  throw std::logic_error(text);
}
}  // namespace boost

#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>
#include <limits>

namespace bm = boost::math;

namespace {

using Quiet = bm::policies::policy<
    bm::policies::promote_float<false>, bm::policies::promote_double<false>,
    bm::policies::domain_error<bm::policies::ignore_error>,
    bm::policies::pole_error<bm::policies::ignore_error>,
    bm::policies::overflow_error<bm::policies::ignore_error>,
    bm::policies::underflow_error<bm::policies::ignore_error>,
    bm::policies::denorm_error<bm::policies::ignore_error>,
    bm::policies::evaluation_error<bm::policies::ignore_error>,
    bm::policies::rounding_error<bm::policies::ignore_error>,
    bm::policies::indeterminate_result_error<bm::policies::ignore_error>>;

constexpr Quiet quiet{};

/// The value of `function`, or NaN where Boost throws.
template <class Function>
double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

/// I_x(a, b) from the smaller of x and y = 1 - x, which the other does not determine to all digits.
double below(double a, double b, double x, double y) noexcept {
  return guarded([=] { return x < y ? bm::ibeta(a, b, x, quiet) : bm::ibetac(b, a, y, quiet); });
}

}  // namespace

double spotcheck_ibeta(double a, double b, double x) {
  return guarded([=] { return bm::ibeta(a, b, x, quiet); });
}

double spotcheck_ibetac(double a, double b, double x) {
  return guarded([=] { return bm::ibetac(a, b, x, quiet); });
}

double spotcheck_ibeta_inv(double a, double b, double p) {
  return guarded([=] { return bm::ibeta_inv(a, b, p, quiet); });
}

double spotcheck_ibetac_inv(double a, double b, double q) {
  return guarded([=] { return bm::ibetac_inv(a, b, q, quiet); });
}

double spotcheck_beta_below(double a, double b, double x, double y) {
  return below(a, b, x, y);
}

double spotcheck_beta_above(double a, double b, double x, double y) {
  return below(b, a, y, x);
}

double spotcheck_beta_density(double a, double b, double x, double y) {
  return guarded([=] {
    return x < y ? bm::ibeta_derivative(a, b, x, quiet) : bm::ibeta_derivative(b, a, y, quiet);
  });
}

double spotcheck_gamma_p(double a, double x) {
  return guarded([=] { return bm::gamma_p(a, x, quiet); });
}

double spotcheck_gamma_q(double a, double x) {
  return guarded([=] { return bm::gamma_q(a, x, quiet); });
}

double spotcheck_gamma_p_inv(double a, double p) {
  return guarded([=] { return bm::gamma_p_inv(a, p, quiet); });
}

double spotcheck_gamma_q_inv(double a, double q) {
  return guarded([=] { return bm::gamma_q_inv(a, q, quiet); });
}

double spotcheck_gamma_p_derivative(double a, double x) {
  return guarded([=] { return bm::gamma_p_derivative(a, x, quiet); });
}

double spotcheck_erfc(double x) {
  return guarded([=] { return bm::erfc(x, quiet); });
}

double spotcheck_erfc_inv(double z) {
  return guarded([=] { return bm::erfc_inv(z, quiet); });
}

double spotcheck_lgamma(double x) {
  return guarded([=] { return bm::lgamma(x, quiet); });
}

double spotcheck_digamma(double x) {
  return guarded([=] { return bm::digamma(x, quiet); });
}

double spotcheck_trigamma(double x) {
  return guarded([=] { return bm::trigamma(x, quiet); });
}

double spotcheck_student_t_quantile(double freedom, double p) {
  return guarded([=] {
    return bm::quantile(bm::students_t_distribution<double, Quiet>(freedom), p);
  });
}

double spotcheck_hypergeometric_cdf(uint32_t k, uint32_t total, uint32_t marked, uint32_t drawn) {
  return guarded([=] {
    return bm::cdf(bm::hypergeometric_distribution<double, Quiet>(marked, drawn, total), k);
  });
}

double spotcheck_binomial_at_most(intptr_t k, intptr_t n, double p, double q) {
  if (k >= n || p <= 0) return 1;
  if (k < 0 || q <= 0) return 0;
  return below(static_cast<double>(n - k), static_cast<double>(k) + 1, q, p);
}

double spotcheck_binomial_at_least(intptr_t k, intptr_t n, double p, double q) {
  if (k <= 0 || q <= 0) return 1;
  if (k > n || p <= 0) return 0;
  return below(static_cast<double>(k), static_cast<double>(n - k) + 1, p, q);
}
