/// The only door to Boost.Math: special functions in double precision, never promoted to long double.
///
/// No exception crosses this border: a value outside a function's domain gives NaN, an overflow
/// infinity. Every function is pure and may be called from any thread.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// I_x(a, b), the regularised incomplete beta function; a, b > 0, x in [0, 1].
double spotcheck_ibeta(double a, double b, double x);
/// 1 - I_x(a, b), accurate where that is small.
double spotcheck_ibetac(double a, double b, double x);
/// The x with I_x(a, b) = p.
double spotcheck_ibeta_inv(double a, double b, double p);
/// The x with 1 - I_x(a, b) = q.
double spotcheck_ibetac_inv(double a, double b, double q);

/// P(X < x) for X ~ Beta(a, b); a, b > 0, x in [0, 1]; y = 1 - x is given, not subtracted.
double spotcheck_beta_below(double a, double b, double x, double y);
/// P(X > x) for the same.
double spotcheck_beta_above(double a, double b, double x, double y);
/// The density at x for the same.
double spotcheck_beta_density(double a, double b, double x, double y);

/// P(a, x), the regularised lower incomplete gamma function; a > 0, x >= 0.
double spotcheck_gamma_p(double a, double x);
/// Q(a, x) = 1 - P(a, x), accurate where that is small.
double spotcheck_gamma_q(double a, double x);
/// The x with P(a, x) = p.
double spotcheck_gamma_p_inv(double a, double p);
/// The x with Q(a, x) = q.
double spotcheck_gamma_q_inv(double a, double q);
/// The derivative of P(a, x) by x: the density of a gamma variate; a > 0, x >= 0.
double spotcheck_gamma_p_derivative(double a, double x);

/// 1 - erf(x).
double spotcheck_erfc(double x);
/// The x with erfc(x) = z; z in [0, 2].
double spotcheck_erfc_inv(double z);

/// log |Gamma(x)|.
double spotcheck_lgamma(double x);
/// The first derivative of log Gamma; x > 0.
double spotcheck_digamma(double x);
/// The second derivative of log Gamma; x > 0.
double spotcheck_trigamma(double x);

/// The p-quantile of Student's t with `freedom` > 0 degrees.
double spotcheck_student_t_quantile(double freedom, double p);
/// P(X <= k) for `drawn` units drawn without replacement from `total`, `marked` of them marked.
double spotcheck_hypergeometric_cdf(uint32_t k, uint32_t total, uint32_t marked, uint32_t drawn);

/// P(X <= k) for n trials that each succeed with probability p; q = 1 - p is given, not subtracted.
double spotcheck_binomial_at_most(intptr_t k, intptr_t n, double p, double q);
/// P(X >= k) for n trials that each succeed with probability p; q = 1 - p is given, not subtracted.
double spotcheck_binomial_at_least(intptr_t k, intptr_t n, double p, double q);

#ifdef __cplusplus
}
#endif
